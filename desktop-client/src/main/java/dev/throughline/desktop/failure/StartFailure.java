package dev.throughline.desktop.failure;

import dev.throughline.desktop.platform.UserError;
import java.nio.file.Path;

/**
 * Why the desktop did not start.
 *
 * @param sentence what happened, what is safe, what to do
 * @param details what [Copy details] copies: code, machine and stack, no words of people
 * @param folder the profile's folder, to be opened by a click
 */
public record StartFailure(String code, String sentence, String details, Path folder) {
  /** A start that was refused with a sentence, or broke without one. */
  public static StartFailure of(Throwable trouble, Crashes crashes, String other, Path folder) {
    CrashReport report = crashes.report(trouble);
    return trouble instanceof UserError known
        ? new StartFailure(
            known.code(),
            String.valueOf(known.getMessage()),
            known.code() + "\n\n" + report.text(),
            folder)
        : new StartFailure(report.code(), other, report.text(), folder);
  }

  /** The sentence with its code, as it is shown. */
  public String shown() {
    return sentence + " Code " + code + ".";
  }
}
