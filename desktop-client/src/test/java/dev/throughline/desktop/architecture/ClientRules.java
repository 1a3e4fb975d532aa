package dev.throughline.desktop.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.throughline.desktop.ui.PartOfView;
import dev.throughline.house.Determinism;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the desktop's packages may use. The rules go by {@code ..desktop.<package>..}, so that the
 * planted packages obey the same patterns as the real ones.
 */
final class ClientRules {
  /** What people see: one package a noun. They use each other's public root types, no circles. */
  static final Set<String> FEATURES =
      Set.of(
          "approval",
          "comment",
          "comparison",
          "consent",
          "device",
          "failure",
          "find",
          "guide",
          "handoff",
          "history",
          "hold",
          "home",
          "idea",
          "inbox",
          "interview",
          "library",
          "memo",
          "mvp",
          "outbox",
          "palette",
          "planning",
          "participant",
          "people",
          "recording",
          "release",
          "rules",
          "sample",
          "search",
          "settings",
          "signin",
          "study",
          "transcript",
          "trash",
          "travel",
          "walkthrough",
          "workspace");

  /** What features stand on; none of these knows a feature. */
  static final Set<String> BELOW =
      Set.of(
          "account",
          "blob",
          "capture",
          "command",
          "instance",
          "journal",
          "platform",
          "sound",
          "store",
          "sync",
          "ui");

  /** Puts all together. */
  static final Set<String> ABOVE = Set.of("app", "exchange", "shell");

  /** Sub-packages of a feature that others may use all the same, each with its reason. */
  static final Map<String, String> OPEN_SUB_PACKAGES =
      Map.of("transcript.file", "library and sample read files too, and nothing here is of a page");

  /**
   * Say {@code new} to these only in {@code app}. The clipboard of the toolkit is none: it is what
   * a control has where no gate stands above it.
   */
  static final Set<String> ADAPTERS =
      Set.of(
          "FileVault",
          "FxThread",
          "HttpBlobTransport",
          "HttpSyncTransport",
          "KeychainVault",
          "SystemDisk",
          "SystemIds",
          "ThreadBackground");

  /** A switch lies beside its adapters and builds them; only {@code app} turns it. */
  static final Set<String> SWITCHES = Set.of("KeyVaults");

  /** Free of JavaFX altogether. */
  static final List<String> WITHOUT_JAVAFX =
      List.of(
          "account",
          "blob",
          "capture",
          "exchange",
          "journal",
          "platform",
          "sample",
          "search",
          "signin",
          "sound",
          "store",
          "sync",
          "transcript.file");

  private static final Pattern VIEW = Pattern.compile("\\w+(View|Page|Place)");
  private static final String[] SCENE = {"javafx.scene..", "javafx.stage..", "javafx.css.."};

  private ClientRules() {}

  static final ArchRule NO_CYCLES =
      slices()
          .matching("..desktop.(**)")
          .should()
          .beFreeOfCycles()
          .because("two packages that need each other are one package in two places");

  static final ArchRule ONLY_ROOT_TYPES_OF_OTHERS =
      classes()
          .that(resideInAnyPackage("..desktop.."))
          .should(new UseOnlyRootTypesOfOtherFeatures())
          .because("a sub-package is the inside of its feature; move the type up to share it");

  static final ArchRule BELOW_KNOWS_NO_FEATURE =
      noClasses()
          .that(resideInAnyPackage(patterns(BELOW)))
          .should()
          .dependOnClassesThat(resideInAnyPackage(patterns(FEATURES)))
          .because("the ground must not know the house; hand the feature's part in instead");

  static final ArchRule NOBODY_KNOWS_APP =
      noClasses()
          .that(resideInAnyPackage("..desktop..").and(not("app")))
          .should()
          .dependOnClassesThat(resideInAnyPackage("..desktop.app.."))
          .because("app puts everything together; what it makes is handed in");

  static final ArchRule SCENE_ONLY_IN_VIEWS =
      noClasses()
          .that(DescribedPredicate.not(isView()))
          .should()
          .dependOnClassesThat(resideInAnyPackage(SCENE))
          .because(
              "scene types belong to nodes, to *View, *Page, *Place, and to shell, ui and app; name"
                  + " the class so, or mark it @PartOfView with the reason");

  static final ArchRule VIEWS_DO_NOT_TOUCH_STORES =
      noClasses()
          .that(touchesTheScene().and(not("app")))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("..desktop.journal..", "java.sql..", "java.net.http..")
                  .or(simpleName("LocalStore"))
                  .or(simpleName("Ledger"))
                  .or(simpleName("SyncLoop")))
          .because("a view binds to its view model; the view model asks the feature");

  static final ArchRule VIEW_MODELS_SEE_NO_CONTROLS =
      noClasses()
          .that(isOrIsIn("\\w+ViewModel").or(resideInAnyPackage("..desktop.command..")))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("javafx..")
                  .and(
                      DescribedPredicate.not(
                          resideInAnyPackage("javafx.beans..", "javafx.collections.."))))
          .because(
              "a view model or a command is tested without a toolkit: properties and lists only");

  static final ArchRule SQL_ONLY_IN_STORES =
      noClasses()
          .that(
              DescribedPredicate.not(
                  resideInAnyPackage("..desktop.store..").or(isOrIsIn("\\w+Store"))))
          .should()
          .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "org.h2.."))
          .because("SQL stands in the package store or in a class named *Store");

  static final ArchRule HTTP_ONLY_IN_ITS_ADAPTER =
      noClasses()
          .that(DescribedPredicate.not(isOrIsIn("Http(Sync|Blob)Transport|Moved")))
          .should()
          .dependOnClassesThat(resideInAnyPackage("java.net.http.."))
          .because(
              "SyncTransport and BlobTransport are the ports; their adapters alone speak HTTP");

  static final ArchRule ADAPTERS_ARE_BUILT_IN_APP =
      noClasses()
          .that(not("app").and(DescribedPredicate.not(isOneOf(SWITCHES))))
          .should(new Construct(ADAPTERS))
          .because("ClientWiring is the one place that chooses adapters; take the port instead");

  static final ArchRule SWITCHES_ARE_TURNED_IN_APP =
      noClasses()
          .that(not("app").and(DescribedPredicate.not(isOneOf(SWITCHES))))
          .should()
          .dependOnClassesThat(isOneOf(SWITCHES))
          .because("which adapter it is is decided at the entry; take the port instead");

  static final ArchRule NO_JAVAFX_BELOW =
      noClasses()
          .that(resideInAnyPackage(patterns(WITHOUT_JAVAFX)))
          .should()
          .dependOnClassesThat(resideInAnyPackage("javafx.."))
          .because("these run in scripts and trials, where there is no toolkit");

  static final ArchRule DETERMINISM =
      Determinism.outside(
          resideInAnyPackage("..desktop.app..", "..desktop.platform..")
              .as("classes of app and platform"));

  private static DescribedPredicate<JavaClass> not(String name) {
    return DescribedPredicate.not(resideInAnyPackage("..desktop." + name + ".."));
  }

  private static String[] patterns(Iterable<String> names) {
    return Stream.of(String.join(",", names).split(",", -1))
        .map(name -> "..desktop." + name + "..")
        .toArray(String[]::new);
  }

  private static DescribedPredicate<JavaClass> isOneOf(Set<String> names) {
    return DescribedPredicate.describe(
        "one of " + names, candidate -> names.contains(candidate.getSimpleName()));
  }

  private static DescribedPredicate<JavaClass> touchesTheScene() {
    return DescribedPredicate.describe(
        "classes that touch the scene",
        candidate ->
            candidate.getDirectDependenciesFromSelf().stream()
                .anyMatch(
                    dependency -> resideInAnyPackage(SCENE).test(dependency.getTargetClass())));
  }

  private static DescribedPredicate<JavaClass> isView() {
    return resideInAnyPackage("..desktop.app..", "..desktop.shell..", "..desktop.ui..")
        .or(isOrIsIn(VIEW.pattern()))
        .or(
            outermost(
                "a node or @PartOfView",
                assignableTo("javafx.scene.Node").or(annotatedWith(PartOfView.class))));
  }

  private static DescribedPredicate<JavaClass> isOrIsIn(String name) {
    return outermost(
        "named " + name,
        DescribedPredicate.describe(name, type -> type.getSimpleName().matches(name)));
  }

  /** Nested and anonymous classes are what the class around them is. */
  private static DescribedPredicate<JavaClass> outermost(
      String words, DescribedPredicate<? super JavaClass> test) {
    return DescribedPredicate.describe(
        words,
        candidate -> {
          for (var at = Optional.of(candidate); at.isPresent(); at = at.get().getEnclosingClass()) {
            if (test.test(at.get())) {
              return true;
            }
          }
          return false;
        });
  }
}
