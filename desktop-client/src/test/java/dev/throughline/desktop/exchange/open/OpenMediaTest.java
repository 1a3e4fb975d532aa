package dev.throughline.desktop.exchange.open;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.exchange.Progress;
import dev.throughline.desktop.exchange.Remark;
import dev.throughline.desktop.platform.ThreadBackground;
import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.sound.PcmTarget;
import dev.throughline.desktop.sound.decode.Decoding;
import dev.throughline.desktop.sound.decode.DecodingLimits;
import dev.throughline.desktop.sound.decode.DecodingResult;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.store.Draft;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.recording.MediaKey;
import dev.throughline.model.recording.Recording;
import dev.throughline.model.value.Value;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sound leaves with an export and comes back bit by bit, or is refused with a sentence. */
class OpenMediaTest extends SpokenFixture {
  private static List<Path> sounds(Path export) throws IOException {
    try (Stream<Path> files = Files.list(export.resolve("media"))) {
      return files
          .filter(file -> !file.toString().endsWith(".json") && !file.toString().endsWith(".txt"))
          .sorted()
          .toList();
    }
  }

  private static List<String> sentences(OpenImport.Imported imported) {
    return imported.remarks().stream().map(Remark::sentence).toList();
  }

  private RecordId agreed() {
    return interview("At the door", "quote", "record");
  }

  @Test
  void whatWasRecordedHereIsAWavFileThatAnyProgramPlays() throws Exception {
    recorded(agreed());
    Path file = sounds(spoken("whole")).getFirst();
    assertThat(file.getFileName().toString()).isEqualTo("P-07 At the door.wav");
    ByteArrayOutputStream heard = new ByteArrayOutputStream();
    PcmTarget ear =
        new PcmTarget() {
          @Override
          public void begin(PcmForm form) {
            assertThat(form).isEqualTo(FORM);
          }

          @Override
          public void take(byte[] pcm, int length) {
            heard.write(pcm, 0, length);
          }
        };
    try (ThreadBackground background = new ThreadBackground()) {
      assertThat(new Decoding(background, DecodingLimits.USUAL).decode(file, ear))
          .isInstanceOf(DecodingResult.Decoded.class);
    }
    assertThat(heard.toByteArray()).isEqualTo(said());
  }

  @ParameterizedTest
  @ValueSource(strings = {"whole", "whole.zip"})
  void aRecordingComesBackBitByBit(String name) throws Exception {
    Recording recording = recorded(agreed());
    assertThat(sentences(take(spoken(name)))).isEmpty();
    assertThat(file(ben, recording.id()).orElseThrow())
        .isEqualTo(file(anna, recording.id()).orElseThrow());
    assertThat(take(folder.resolve(name)).remarks())
        .as("the second time changes nothing")
        .isEmpty();
    assertThat(found(ben, recording.id()).key())
        .as("keys stay where they are")
        .isNotEqualTo(recording.key());
  }

  @Test
  void aFileThatWasTakenInGoesAndComesBackAsItCame() throws Exception {
    byte[] came;
    try (InputStream in =
        Objects.requireNonNull(DecodingLimits.class.getResourceAsStream("two.ogg"))) {
      came = in.readAllBytes();
    }
    Recording recording = takenIn(agreed(), "Küche/../two.OGG", new ByteArrayInputStream(came));
    Path export = spoken("whole");
    assertThat(Files.readAllBytes(sounds(export).getFirst())).isEqualTo(came);
    assertThat(sounds(export).getFirst().toString()).endsWith(".ogg");
    assertThat(sentences(take(export))).isEmpty();
    assertThat(file(ben, recording.id()).orElseThrow()).isEqualTo(came);
    assertThat(ben.profile().folder().resolve("recordings").resolve(recording.id().toString()))
        .as("what is heard")
        .isDirectory();
  }

  @Test
  void soundThatIsElsewhereIsNamedWithWhatItTakes() throws Exception {
    recorded(agreed());
    elsewhere(agreed());
    Media.Plan plan = media(anna).orElseThrow().plan(anna.ledger().store(), anna.leaving());
    assertThat(plan).isEqualTo(new Media.Plan(1, BYTES + 44, 1, 10 * 48_000 * 4));
    Path place = folder.resolve("whole");
    assertThat(write(place))
        .isInstanceOfSatisfying(
            OpenExport.Written.class, written -> assertThat(written.silent()).isEqualTo(1));
    assertThat(Files.readString(place.resolve("media/index.json")))
        .contains("not on the computer that exported", "\"bytes\":1920000");
    assertThat(sounds(place)).hasSize(1);
  }

  @Test
  void nothingOfWhoDidNotAgreeToBeQuotedGoes() throws Exception {
    recorded(interview("Secret", "record"));
    Path export = spoken("whole");
    assertThat(sounds(export)).isEmpty();
    assertThat(export.resolve("media/index.json")).doesNotExist();
  }

  @Test
  void whoDidNotAgreeToBeRecordedIsNotTakenIn() throws Exception {
    Recording recording = recorded(interview("Only quoted", "quote"));
    assertThat(sentences(take(spoken("whole"))))
        .singleElement()
        .asString()
        .contains("was not taken in.");
    assertThat(file(ben, recording.id())).isEmpty();
  }

  @Test
  void aFileThatWasChangedIsRefusedAndTheRestIsTaken() throws Exception {
    Recording one = recorded(agreed());
    Recording other = recorded(agreed());
    Path export = spoken("whole");
    Path changed = sounds(export).getFirst();
    byte[] bytes = Files.readAllBytes(changed);
    bytes[bytes.length / 2] ^= 1;
    Files.write(changed, bytes);
    assertThat(sentences(take(export)))
        .containsExactly(
            "media/P-07 At the door (2).wav is not the sound that was exported: it was changed or"
                + " damaged. It was not taken in.");
    assertThat(List.of(one, other)).anySatisfy(it -> assertThat(file(ben, it.id())).isPresent());
    assertThat(List.of(one, other)).anySatisfy(it -> assertThat(file(ben, it.id())).isEmpty());
    assertThat(left(ben.profile().folder())).isEmpty();
  }

  private static List<String> left(Path profile) throws IOException {
    try (Stream<Path> all = Files.walk(profile)) {
      return all.map(path -> path.getFileName().toString())
          .filter(name -> name.startsWith("coming-"))
          .toList();
    }
  }

  @Test
  void aListThatLeadsOutsideTakesNothingFromThere() throws Exception {
    Recording recording = recorded(agreed());
    Path export = spoken("whole");
    Path secret = Files.write(folder.resolve("secret.wav"), said());
    for (String path : List.of("media/../../secret.wav", secret.toString(), "workspace.json")) {
      Path index = export.resolve("media/index.json");
      String before = Files.readString(index);
      String file = sounds(export).getFirst().getFileName().toString();
      relist(export, index, before.replace("media/" + file, path));
      assertThat(sentences(take(export)))
          .anyMatch(line -> line.contains("was not exported. It was left alone."));
      assertThat(file(ben, recording.id())).isEmpty();
      relist(export, index, before);
    }
  }

  /** Writes the list anew, and the list of digests as somebody who means harm would. */
  private static void relist(Path export, Path index, String text) throws IOException {
    Files.writeString(index, text);
    var digest = Checksums.digest();
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    Path sums = export.resolve(Checksums.FILE);
    String list = Files.readString(sums);
    Files.writeString(
        sums,
        list.replaceAll(
            "[0-9a-f]{64}  media/index.json", Checksums.hex(digest) + "  media/index.json"));
  }

  @Test
  void anErasedKeyIsNotUndoneByAnImport() throws Exception {
    Recording recording = recorded(agreed());
    Path export = spoken("whole");
    take(export);
    RecordId key = found(ben, recording.id()).key().orElseThrow();
    Desk.save(
        ben, new Draft.Set(key, MediaKey.KIND.name(), Map.of(MediaKey.SECRET, Value.text(""))));
    deleteAll(ben.profile().folder().resolve("recordings"));
    assertThat(sentences(take(export))).anyMatch(line -> line.contains("was erased"));
    assertThat(ben.profile().folder().resolve("recordings/" + recording.id())).doesNotExist();
  }

  private static void deleteAll(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }

  @Test
  void aDiskThatFillsWithinASoundLeavesNothingBehind() throws Exception {
    recorded(agreed());
    for (long room : List.of(10L, 100_000L, (long) BYTES)) {
      OpenExport.Result result =
          OpenExport.write(
              anna.ledger().store(),
              anna.leaving(),
              media(anna),
              folder.resolve("full"),
              Progress.NONE,
              place -> new NarrowTarget(new FolderTarget(place), room));
      assertThat(result).isInstanceOf(OpenExport.NotWritten.class);
    }
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all.map(path -> path.getFileName().toString()))
          .noneMatch(name -> name.contains("full") || name.contains("export-"));
    }
  }

  /** Has room for so many bytes of sound. */
  private static final class NarrowTarget implements Target {
    private final Target inner;
    private long room;

    NarrowTarget(Target inner, long room) {
      this.inner = inner;
      this.room = room;
    }

    @Override
    public OutputStream next(String path) throws IOException {
      OutputStream to = inner.next(path);
      return !path.endsWith(".wav")
          ? to
          : new FilterOutputStream(to) {
            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
              room -= count;
              if (room < 0) {
                throw new IOException("No space left on device");
              }
              to.write(bytes, from, count);
            }
          };
    }

    @Override
    public void finish() throws IOException {
      inner.finish();
    }

    @Override
    public void close() throws IOException {
      inner.close();
    }
  }

  @Test
  void withoutSoundThereIsNothingToAsk() throws Exception {
    interview("Quiet", "quote");
    assertThat(media(anna).orElseThrow().plan(anna.ledger().store(), anna.leaving()).isEmpty())
        .isTrue();
    assertThat(Optional.of(spoken("whole")).map(place -> place.resolve("media/index.json")))
        .hasValueSatisfying(index -> assertThat(index).doesNotExist());
  }
}
