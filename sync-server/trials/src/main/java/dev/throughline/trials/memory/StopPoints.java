package dev.throughline.trials.memory;

/** Is told of every stop point that is passed; stops the machine there by throwing an error. */
@FunctionalInterface
public interface StopPoints {
  /** Nothing ever stops. */
  StopPoints NONE = _ -> {};

  void pass(StopPoint point);
}
