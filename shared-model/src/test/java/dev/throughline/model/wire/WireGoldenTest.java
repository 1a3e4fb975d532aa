package dev.throughline.model.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.sync.Action;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.sync.PushAnswer;
import dev.throughline.model.sync.TextBase;
import dev.throughline.model.value.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Golden files pin every message in use, in both encodings. Bytes of yesterday must still be read,
 * and what is written today must be the same bytes.
 */
class WireGoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final String WRITE = "throughline.golden.write";

  @Test
  void bytesAreThoseOfTheGoldenFiles() throws IOException {
    for (WireSamples.Sample<?> sample : WireSamples.all()) {
      for (Encoding encoding : Encoding.values()) {
        byte[] bytes = bytes(sample, encoding);
        if (Boolean.getBoolean(WRITE)) {
          Files.write(file(sample.name(), encoding), bytes);
        }
        assertThat(difference(sample.name(), encoding, bytes)).isEmpty();
      }
    }
  }

  @Test
  void bytesOfYesterdayAreStillRead() throws IOException {
    for (WireSamples.Sample<?> sample : WireSamples.all()) {
      for (Encoding encoding : Encoding.values()) {
        byte[] golden = Files.readAllBytes(file(sample.name(), encoding));
        assertThat(sample.codec().decode(golden, encoding))
            .as("devices in the field still send %s", file(sample.name(), encoding))
            .isEqualTo(sample.message());
      }
    }
  }

  @Test
  void everyCodecOfTheWireHasAGoldenFile() {
    List<Codec<?>> pinned = new ArrayList<>();
    WireSamples.all().forEach(sample -> pinned.add(sample.codec()));
    assertThat(withoutSample(WireFormat.class, pinned))
        .as("add a message to WireSamples.all() and run this test with -D%s=true", WRITE)
        .isEmpty();
  }

  @Test
  void everyShapeOfAMessageStandsInASample() {
    String all = WireSamples.all().stream().map(WireSamples.Sample::message).toList().toString();
    for (Class<?> sealed : List.of(Outcome.class, FieldChange.class, TextBase.class, Value.class)) {
      assertThat(sealed.getPermittedSubclasses())
          .as("add one to WireSamples; it is on the wire and no golden file pins it")
          .allMatch(shape -> all.contains(shape.getSimpleName()));
    }
    List<Action> actions = new ArrayList<>();
    WireSamples.push().ops().forEach(op -> actions.add(op.action()));
    WireSamples.all().stream()
        .filter(sample -> sample.message() instanceof Op)
        .forEach(sample -> actions.add(((Op) sample.message()).action()));
    assertThat(actions).contains(Action.values());
  }

  @Test
  void noGoldenFileIsDead() throws IOException {
    List<Path> expected = new ArrayList<>();
    for (WireSamples.Sample<?> sample : WireSamples.all()) {
      for (Encoding encoding : Encoding.values()) {
        expected.add(file(sample.name(), encoding));
      }
    }
    try (Stream<Path> files = Files.list(GOLDEN)) {
      assertThat(files).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void aPlantedChangeIsNoticed() {
    PushAnswer answer = WireSamples.pushAnswer();
    for (Encoding encoding : Encoding.values()) {
      byte[] changed =
          WireFormat.PUSH_ANSWER.encode(
              new PushAnswer(answer.outcomes(), answer.head() + 1), encoding);
      assertThat(difference("push-answer", encoding, changed))
          .hasValueSatisfying(
              message ->
                  assertThat(message).contains("push-answer", "a new version of the protocol"));
    }
  }

  @Test
  void aPlantedCodecWithoutSampleIsNoticed() {
    assertThat(withoutSample(Planted.class, List.of(WireFormat.PUSH))).containsExactly("UNPINNED");
  }

  /** A wire format in which one codec has no sample. */
  static final class Planted {
    public static final Codec<?> PINNED = WireFormat.PUSH;
    public static final Codec<?> UNPINNED = WireFormat.HELLO;

    private Planted() {}
  }

  private static List<String> withoutSample(Class<?> wire, List<Codec<?>> pinned) {
    return Arrays.stream(wire.getFields())
        .filter(field -> Codec.class.isAssignableFrom(field.getType()))
        .filter(field -> !pinned.contains(valueOf(field)))
        .map(Field::getName)
        .toList();
  }

  private static Object valueOf(Field field) {
    try {
      return field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<String> difference(String name, Encoding encoding, byte[] bytes) {
    Path file = file(name, encoding);
    try {
      return Arrays.equals(bytes, Files.readAllBytes(file))
          ? Optional.empty()
          : Optional.of(
              file
                  + ": the bytes of this message changed; take the change back, or make it a new"
                  + " version of the protocol and run this test with -D"
                  + WRITE
                  + "=true");
    } catch (IOException e) {
      throw new UncheckedIOException("run this test with -D" + WRITE + "=true", e);
    }
  }

  private static Path file(String name, Encoding encoding) {
    return GOLDEN.resolve(name + "." + encoding.name().toLowerCase(Locale.ROOT));
  }

  private static <T> byte[] bytes(WireSamples.Sample<T> sample, Encoding encoding) {
    return sample.codec().encode(sample.message(), encoding);
  }
}
