package dev.throughline.desktop.ui;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a class touch the scene although it is neither a node nor named {@code View}, {@code Page}
 * or {@code Place}. The reason stands here because an exception without one becomes the rule.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface PartOfView {
  /** Why this class needs the scene, and why it is not a node. */
  String value();
}
