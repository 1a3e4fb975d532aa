package dev.throughline.desktop.sound.decode;

import dev.throughline.desktop.platform.ChildJvm;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The main class of the process that decodes: one argument names the file, the answer of {@link
 * Wire} goes to the standard output. A second argument says that the file is the folder of a {@link
 * SealedFile}, whose key comes by the standard input.
 */
public final class DecodingProcess {
  private DecodingProcess() {}

  /** The second argument. */
  static final String SEALED = "sealed";

  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    boolean isSealed = arguments.length > 1 && arguments[1].equals(SEALED);
    Optional<SealedFile> sealed =
        isSealed ? Optional.of(SealedFile.read(file, System.in)) : Optional.empty();
    ChildJvm.endWithParent();
    var answer = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 64 << 10);
    // Some codecs talk; they shall not talk into the answer.
    System.setOut(System.err);
    try (DataOutputStream out = new DataOutputStream(answer)) {
      decode(sealed.isPresent() ? () -> new SealedChannel(sealed.get()) : opening(file), out);
    }
  }

  @FunctionalInterface
  private interface Opening {
    SeekableByteChannel open() throws IOException;
  }

  private static Opening opening(Path file) {
    return () -> FileChannel.open(file);
  }

  static void decode(Path file, DataOutputStream out) throws IOException {
    decode(opening(file), out);
  }

  private static void decode(Opening file, DataOutputStream out) throws IOException {
    try (SeekableByteChannel channel = file.open();
        ByteSource in = new ByteSource(channel)) {
      Optional<SoundKind> kind = KindGuess.of(in);
      if (kind.isPresent()) {
        decode(kind.get(), in, out);
      } else {
        DecodingTrouble why = in.size() == 0 ? DecodingTrouble.EMPTY : DecodingTrouble.UNKNOWN;
        WireWriter.refuse(out, why);
      }
    } catch (BadSoundException e) {
      WireWriter.refuse(out, e.trouble());
    } catch (IOException _) {
      WireWriter.refuse(out, DecodingTrouble.UNREADABLE);
    }
  }

  private static void decode(SoundKind kind, ByteSource in, DataOutputStream out)
      throws IOException {
    WireWriter wire = new WireWriter(out, kind);
    SampleWriter samples = new SampleWriter(wire);
    Optional<DecodingTrouble> trouble;
    try {
      trouble = decodeAll(kind, in, samples);
    } catch (BadSoundException e) {
      trouble = Optional.of(e.trouble());
    } catch (IOException | RuntimeException _) {
      // The codecs were written for sound files; from hostile ones they end in any exception.
      trouble = Optional.of(DecodingTrouble.DAMAGED);
    }
    samples.flush();
    if (samples.frames() > 0) {
      wire.end(samples.frames(), trouble);
    } else {
      WireWriter.refuse(out, trouble.orElse(DecodingTrouble.EMPTY));
    }
  }

  /** One sound after the other, as they come when files are put together. */
  private static Optional<DecodingTrouble> decodeAll(
      SoundKind first, ByteSource in, SampleWriter samples) throws IOException {
    Optional<DecodingTrouble> trouble = Optional.empty();
    Optional<SoundKind> kind = Optional.of(first);
    while (kind.isPresent()) {
      long begin = in.position();
      Optional<DecodingTrouble> its = decoder(kind.get()).decode(in, samples);
      kind = in.position() > begin ? KindGuess.following(in) : Optional.empty();
      if (trouble.isEmpty()) {
        // Only what nothing comes behind is cut off.
        trouble = kind.isPresent() ? its.map(_ -> DecodingTrouble.DAMAGED) : its;
      }
      samples.another();
    }
    return trouble;
  }

  private static SoundDecoder decoder(SoundKind kind) {
    return switch (kind) {
      case WAV -> new WavDecoder();
      case FLAC -> new FlacDecoder();
      case OPUS -> new OpusFileDecoder();
      case VORBIS -> new VorbisFileDecoder();
      case MP3 -> new Mp3Decoder();
      case AAC -> new AdtsDecoder();
      case M4A -> new M4aDecoder();
    };
  }
}
