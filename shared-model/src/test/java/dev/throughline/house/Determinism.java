package dev.throughline.house;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.Timer;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/**
 * No clock, randomness, thread or environment outside the seams, so that every run can be repeated.
 * One rule for both sides; each side says where its seams are.
 */
public final class Determinism {
  private static final String NEW = "<init>";

  /**
   * What must be handed in instead. A clock, zone or executor among the arguments makes it fine.
   */
  public record Forbidden(Class<?> owner, Set<String> names, String instead) {
    boolean isMet(JavaCodeUnitAccess<?> access) {
      return access.getTargetOwner().getFullName().equals(owner.getName())
          && names.contains(access.getName())
          && access.getTarget().getRawParameterTypes().stream()
              .noneMatch(type -> GIVEN.contains(type.getName()));
    }
  }

  private static final Set<String> GIVEN =
      Set.of(Clock.class.getName(), java.util.concurrent.Executor.class.getName());

  private static final String CLOCK = "take an InstantSource or Clock in the constructor";
  private static final String RANDOM = "take Ids or a RandomGenerator in the constructor";
  private static final String THREAD = "hand the work to Background (desktop) or an executor bean";
  private static final String MACHINE = "read it at the entry point and hand the value in";

  public static final List<Forbidden> FORBIDDEN =
      List.of(
          new Forbidden(Instant.class, Set.of("now"), CLOCK),
          new Forbidden(LocalDate.class, Set.of("now"), CLOCK),
          new Forbidden(LocalTime.class, Set.of("now"), CLOCK),
          new Forbidden(LocalDateTime.class, Set.of("now"), CLOCK),
          new Forbidden(OffsetDateTime.class, Set.of("now"), CLOCK),
          new Forbidden(ZonedDateTime.class, Set.of("now"), CLOCK),
          new Forbidden(YearMonth.class, Set.of("now"), CLOCK),
          new Forbidden(
              Clock.class, Set.of("systemUTC", "systemDefaultZone", "system", "tickMillis"), CLOCK),
          new Forbidden(InstantSource.class, Set.of("system"), CLOCK),
          new Forbidden(System.class, Set.of("currentTimeMillis", "nanoTime"), CLOCK),
          new Forbidden(UUID.class, Set.of("randomUUID"), RANDOM),
          new Forbidden(Math.class, Set.of("random"), RANDOM),
          new Forbidden(Random.class, Set.of(NEW), RANDOM),
          new Forbidden(SecureRandom.class, Set.of(NEW, "getInstanceStrong"), RANDOM),
          new Forbidden(RandomGenerator.class, Set.of("of", "getDefault"), RANDOM),
          new Forbidden(ThreadLocalRandom.class, Set.of("current"), RANDOM),
          new Forbidden(
              Thread.class,
              Set.of(NEW, "ofPlatform", "ofVirtual", "startVirtualThread", "sleep"),
              THREAD),
          new Forbidden(
              Executors.class,
              Set.of(
                  "newCachedThreadPool",
                  "newFixedThreadPool",
                  "newScheduledThreadPool",
                  "newSingleThreadExecutor",
                  "newSingleThreadScheduledExecutor",
                  "newThreadPerTaskExecutor",
                  "newVirtualThreadPerTaskExecutor",
                  "newWorkStealingPool"),
              THREAD),
          new Forbidden(ForkJoinPool.class, Set.of(NEW, "commonPool"), THREAD),
          new Forbidden(CompletableFuture.class, Set.of("runAsync", "supplyAsync"), THREAD),
          new Forbidden(Timer.class, Set.of(NEW), THREAD),
          new Forbidden(System.class, Set.of("getenv", "getProperty", "getProperties"), MACHINE),
          new Forbidden(ZoneId.class, Set.of("systemDefault"), MACHINE),
          new Forbidden(Locale.class, Set.of("getDefault"), MACHINE));

  private Determinism() {}

  /** The rule for every class that is not one of the {@code seams}. */
  public static ArchRule outside(DescribedPredicate<JavaClass> seams) {
    return ArchRuleDefinition.classes()
        .that(DescribedPredicate.not(seams))
        .should(new RepeatTheSameRun())
        .because("a run that failed must be repeatable");
  }

  private static final class RepeatTheSameRun extends ArchCondition<JavaClass> {
    RepeatTheSameRun() {
      super("use no clock, randomness, thread or environment of their own");
    }

    @Override
    public void check(JavaClass subject, ConditionEvents events) {
      for (JavaCodeUnitAccess<?> access : subject.getCodeUnitAccessesFromSelf()) {
        for (Forbidden forbidden : FORBIDDEN) {
          if (forbidden.isMet(access)) {
            events.add(
                SimpleConditionEvent.violated(
                    subject, access.getDescription() + "; " + forbidden.instead()));
          }
        }
      }
    }
  }
}
