package dev.throughline.desktop.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** A type in a sub-package of a feature is used inside that feature and nowhere else. */
final class UseOnlyRootTypesOfOtherFeatures extends ArchCondition<JavaClass> {
  UseOnlyRootTypesOfOtherFeatures() {
    super("use only root types of other features");
  }

  @Override
  public void check(JavaClass subject, ConditionEvents events) {
    for (Dependency dependency : subject.getDirectDependenciesFromSelf()) {
      String target = below(dependency.getTargetClass());
      String feature = first(target);
      if (ClientRules.FEATURES.contains(feature)
          && !target.equals(feature)
          && !ClientRules.OPEN_SUB_PACKAGES.containsKey(target)
          && !first(below(subject)).equals(feature)) {
        events.add(SimpleConditionEvent.violated(subject, dependency.getDescription()));
      }
    }
  }

  /** The package below {@code desktop}, or nothing. */
  private static String below(JavaClass type) {
    String name = type.getPackageName();
    int at = name.indexOf(".desktop.");
    return at < 0 ? "" : name.substring(at + ".desktop.".length());
  }

  private static String first(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
