package dev.throughline.engines;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An engine could not be started. {@link #sentence()} is made for people: what happened, what is
 * safe, what to do. The cause is for the log.
 */
public final class EngineException extends RuntimeException {
  private final Code code;
  private final String sentence;

  EngineException(Code code, String sentence) {
    this(code, sentence, null);
  }

  EngineException(Code code, String sentence, @Nullable Throwable cause) {
    super(sentence + " (" + code.id + ")", cause);
    this.code = code;
    this.sentence = sentence;
  }

  /** The sentence for a folder in which reading or writing failed. */
  static EngineException ofFolder(Path folder, IOException cause) {
    return isDiskFull(String.valueOf(cause.getMessage()))
        ? diskFull(folder, cause)
        : notWritable(folder, cause);
  }

  static EngineException diskFull(Path folder, @Nullable Throwable cause) {
    return new EngineException(
        Code.DISK_FULL,
        "The disk that holds %s is full. What was saved is safe; free some space and start again."
            .formatted(folder),
        cause);
  }

  static EngineException notWritable(Path folder, @Nullable Throwable cause) {
    return new EngineException(
        Code.FOLDER_NOT_WRITABLE,
        "Throughline cannot write in %s. Allow it to, or choose another folder.".formatted(folder),
        cause);
  }

  static EngineException notRunnable(Path programs, @Nullable Throwable cause) {
    return new EngineException(
        Code.PROGRAMS_NOT_RUNNABLE,
        """
        The system does not run the database programs in %s. The data is safe; \
        allow programs there for the user who starts Throughline, or choose another folder.\
        """
            .formatted(programs),
        cause);
  }

  /** Whether a system message speaks of a full disk, on any of our systems. */
  static boolean isDiskFull(String message) {
    var text = message.toLowerCase(Locale.ROOT);
    return text.contains("no space left")
        || text.contains("not enough space")
        || text.contains("quota exceeded");
  }

  /** What went wrong, for callers that choose an exit code. */
  public Code code() {
    return code;
  }

  /** The message without its code. */
  public String sentence() {
    return sentence;
  }

  /** The kinds of trouble; the id is what people see and search for. */
  public enum Code {
    ALREADY_RUNNING("ENG-01"),
    OTHER_VERSION("ENG-02"),
    FOREIGN_FOLDER("ENG-03"),
    SECRETS_MISSING("ENG-04"),
    PORT_TAKEN("ENG-05"),
    FOLDER_NOT_WRITABLE("ENG-06"),
    DISK_FULL("ENG-07"),
    ROOT_REFUSED("ENG-08"),
    UNSUPPORTED_SYSTEM("ENG-09"),
    START_FAILED("ENG-10"),
    START_TOO_SLOW("ENG-11"),
    UNUSABLE_NAME("ENG-12"),
    PROGRAMS_NOT_RUNNABLE("ENG-13");

    private final String id;

    Code(String id) {
      this.id = id;
    }

    public String id() {
      return id;
    }
  }
}
