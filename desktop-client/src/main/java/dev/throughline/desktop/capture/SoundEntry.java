package dev.throughline.desktop.capture;

import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.recording.RecordingState;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;

/** One line of the log of a recording. Frames count from the begin of the recording. */
sealed interface SoundEntry {
  /**
   * The first line.
   *
   * @param startedAt in milliseconds since 1970 by the clock of this computer
   */
  record Begun(RecordId recording, PcmForm form, long startedAt) implements SoundEntry {}

  /** A segment is there; its header once more, in case the one in the file is damaged. */
  record Opened(SegmentHeader header) implements SoundEntry {}

  /**
   * Nothing more comes into a segment.
   *
   * @param frames it holds
   * @param bytes of the file that count
   * @param sha256 of these bytes, in hexadecimal
   */
  record Closed(int number, long frames, long bytes, String sha256) implements SoundEntry {}

  /** A person paused; what was said then was not kept. */
  record Paused(long frame, long at) implements SoundEntry {}

  record Resumed(long frame, long at) implements SoundEntry {}

  /** Sound that came here could not be kept, because the disk was too slow or refused. */
  record Missed(long frame, long frames) implements SoundEntry {}

  /** The last line. */
  record Ended(RecordingState state, long frames) implements SoundEntry {}

  /** The entry as words. */
  default String words() {
    return switch (this) {
      case Begun(var recording, var form, long at) ->
          line("begun", recording, form.rate(), form.channels(), at);
      case Opened(var header) -> line("opened", HexFormat.of().formatHex(header.bytes()));
      case Closed(int number, long frames, long bytes, String sha256) ->
          line("closed", number, frames, bytes, sha256);
      case Paused(long frame, long at) -> line("paused", frame, at);
      case Resumed(long frame, long at) -> line("resumed", frame, at);
      case Missed(long frame, long frames) -> line("missed", frame, frames);
      case Ended(var state, long frames) -> line("ended", state.wireName(), frames);
    };
  }

  /** Numbers are written in the same digits whatever the language of the computer. */
  private static String line(Object... parts) {
    return Arrays.stream(parts).map(String::valueOf).collect(Collectors.joining(" "));
  }

  /** Reads words; empty for those this version cannot have written. */
  static Optional<SoundEntry> read(String words) {
    String[] parts = words.split(" ", -1);
    try {
      SoundEntry entry =
          switch (parts[0]) {
            case "begun" ->
                new Begun(
                    RecordId.of(parts[1]),
                    new PcmForm(Integer.parseInt(parts[2]), Integer.parseInt(parts[3])),
                    Long.parseLong(parts[4]));
            case "opened" ->
                new Opened(SegmentHeader.read(HexFormat.of().parseHex(parts[1])).orElseThrow());
            case "closed" ->
                new Closed(Integer.parseInt(parts[1]), count(parts[2]), count(parts[3]), parts[4]);
            case "paused" -> new Paused(count(parts[1]), Long.parseLong(parts[2]));
            case "resumed" -> new Resumed(count(parts[1]), Long.parseLong(parts[2]));
            case "missed" -> new Missed(count(parts[1]), count(parts[2]));
            case "ended" -> new Ended(RecordingState.of(parts[1]), count(parts[2]));
            default -> throw new IllegalArgumentException(parts[0]);
          };
      return entry.words().equals(words) ? Optional.of(entry) : Optional.empty();
    } catch (IllegalArgumentException
        | ArrayIndexOutOfBoundsException
        | java.util.NoSuchElementException _) {
      return Optional.empty();
    }
  }

  private static long count(String number) {
    long count = Long.parseLong(number);
    if (count < 0 || count > SegmentHeader.FRAMES_MAX) {
      throw new IllegalArgumentException("no recording counts so far");
    }
    return count;
  }
}
