package dev.throughline.server.log;

import dev.throughline.model.sync.Hello;

/**
 * How far a device has come, as the log knows it. Both numbers only rise.
 *
 * @param incarnation of its last start
 * @param lastOpNo the highest number of its operations
 */
public record DeviceMark(long incarnation, long lastOpNo) {
  /** Of a device that was never here. */
  public static final DeviceMark NONE = new DeviceMark(0, 0);

  /**
   * Whether a greeting comes from a copy of this device's profile: from one that was started
   * before, or from one that started without knowing what was sent under an earlier start.
   */
  boolean isCopy(Hello hello) {
    boolean knowsLess =
        hello.incarnation() > incarnation
            && hello.sentOpNo().filter(known -> known < lastOpNo).isPresent();
    return isOlder(hello.incarnation()) || knowsLess;
  }

  /** Whether a later start was here since. */
  boolean isOlder(long start) {
    return start < incarnation;
  }
}
