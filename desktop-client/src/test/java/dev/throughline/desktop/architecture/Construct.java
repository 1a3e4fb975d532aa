package dev.throughline.desktop.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** Met where a class says {@code new} to one of the named classes, or hands its constructor on. */
final class Construct extends ArchCondition<JavaClass> {
  private final Set<String> names;

  Construct(Set<String> names) {
    super("construct " + names);
    this.names = names;
  }

  @Override
  public void check(JavaClass subject, ConditionEvents events) {
    subject.getCodeUnitAccessesFromSelf().stream()
        .filter(access -> access.getName().equals("<init>"))
        .filter(access -> names.contains(access.getTargetOwner().getSimpleName()))
        .filter(access -> !access.getTargetOwner().equals(subject))
        .forEach(
            access -> events.add(SimpleConditionEvent.satisfied(subject, access.getDescription())));
  }
}
