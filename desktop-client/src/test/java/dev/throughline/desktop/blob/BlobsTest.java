package dev.throughline.desktop.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.platform.ThreadBackground;
import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.sound.PcmReader;
import dev.throughline.desktop.sound.PcmTarget;
import dev.throughline.desktop.sound.Signals;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.recording.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two desktops, real threads, and a process that decodes. */
class BlobsTest extends BlobFixture {
  private static final PcmForm SPEECH = new PcmForm(48_000, 1);
  private static final int SECONDS_MAX = 60;

  private final ThreadBackground background = new ThreadBackground();
  private final Semaphore changed = new Semaphore(0);
  private ClientWiring colleague;
  private Blobs here;
  private Blobs there;

  @BeforeEach
  void openBoth() throws Exception {
    colleague = Desk.open(temp.resolve("colleague"));
    here = open(desk, temp.resolve("profile"));
    there = open(colleague, temp.resolve("colleague"));
  }

  private Blobs open(ClientWiring of, Path profile) throws IOException {
    Blobs blobs =
        Blobs.open(
            new BlobParts(
                of.ledger(),
                disk,
                BlobFolders.in(profile),
                Growing.NONE,
                new BlobLimits(1L << 30, 1L << 30, 0, Duration.ofSeconds(20)),
                background,
                InstantSource.system(),
                new SecureRandom(),
                new Random(5)));
    blobs.onChange(changed::release);
    return blobs;
  }

  @AfterEach
  void closeBoth() {
    here.close();
    there.close();
    colleague.close();
    background.abandon();
  }

  private void await(BooleanSupplier done) throws InterruptedException {
    while (!done.getAsBoolean()) {
      assertThat(changed.tryAcquire(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
    }
  }

  private Begun recordedSpeech(byte[] sound) throws IOException {
    Begun begun = begin(SPEECH);
    begun.say(sound);
    end(begun);
    return begun;
  }

  /** What sync does. */
  private Recording pulled(Begun begun) {
    Recording recording = record(begun.id());
    RecordId interview = recording.interview().orElseThrow();
    for (RecordId id : List.of(interview, recording.key().orElseThrow(), begun.id())) {
      RecordView view = desk.ledger().store().find(id).orElseThrow();
      Desk.save(colleague, new Draft.Set(id, view.kind(), view.fields()));
    }
    return new RecordingBook(colleague.ledger()).find(begun.id()).orElseThrow();
  }

  private static byte[] all(PcmReader reader) throws IOException {
    byte[] all = new byte[(int) reader.frames() * reader.form().frameBytes()];
    int frames = reader.read(0, all);
    return Arrays.copyOf(all, frames * reader.form().frameBytes());
  }

  @Test
  void aColleagueHearsEverySampleAndSeesWhereItIs() throws Exception {
    byte[] sound = Signals.sine(SPEECH, 5 * SPEECH.rate(), 300);
    Begun begun = recordedSpeech(sound);
    Recording before = pulled(begun);
    there.connect(server);
    assertThat(there.state(before)).isEqualTo(new BlobState.Elsewhere(OptionalInt.empty()));
    assertThat(there.ask(before)).isEqualTo(new BlobState.Elsewhere(OptionalInt.of(0)));
    assertThat(there.open(before)).isEmpty();
    here.start();
    await(() -> here.state(record(begun.id())).equals(new BlobState.HereOnly()));
    here.connect(server);
    await(() -> here.state(record(begun.id())).equals(new BlobState.OnServer()));
    Recording known = pulled(begun);
    assertThat(there.ask(known)).isEqualTo(new BlobState.OnServer());
    try (PcmReader reader = there.open(known).orElseThrow()) {
      assertThat(reader.form()).isEqualTo(SPEECH);
      assertThat(all(reader)).isEqualTo(sound);
    }
  }

  @Test
  void overANetworkThatCostsMoneyTheSmallCopyIsHeardWhileItIsDecoded() throws Exception {
    byte[] sound = Signals.sine(SPEECH, 20 * SPEECH.rate(), 300);
    Begun begun = recordedSpeech(sound);
    here.setMetered(true);
    here.start();
    here.connect(server);
    await(() -> !record(begun.id()).proxy().isEmpty());
    assertThat(here.state(record(begun.id())))
        .isEqualTo(new BlobState.Waiting(BlobState.Why.METERED, 0));
    there.connect(server);
    for (int i = 0; i < 2; i++) {
      try (PcmReader reader = there.open(pulled(begun)).orElseThrow()) {
        assertThat(reader.frames()).isEqualTo(20L * SPEECH.rate());
        byte[] heard = all(reader);
        assertThat(heard).hasSameSizeAs(sound);
        assertThat(Signals.closeness(sound, heard)).isGreaterThan(10);
      }
    }
    assertThat(server.count("read proxy")).isEqualTo(1);
    assertNothingInPlain(temp.resolve("colleague"));
  }

  @Test
  void theSmallCopyAloneIsFetchedForAWaveAndNothingDecodedIsKept() throws Exception {
    byte[] sound = Signals.sine(SPEECH, 5 * SPEECH.rate(), 300);
    Begun begun = recordedSpeech(sound);
    here.start();
    here.connect(server);
    await(() -> here.state(record(begun.id())).equals(new BlobState.OnServer()));
    await(() -> !record(begun.id()).proxy().isEmpty());
    Recording known = pulled(begun);
    there.connect(server);
    PcmFixture got = new PcmFixture();
    assertThat(there.small(known, got)).isTrue();
    assertThat(got.millis()).isBetween(4_900L, 5_100L);
    assertThat(server.count("read original")).isZero();
    assertThat(temp.resolve("colleague").resolve("heard")).doesNotExist();
    assertNothingInPlain(temp.resolve("colleague"));
  }

  /** Counts what is poured into it. */
  private static final class PcmFixture implements PcmTarget {
    private PcmForm form = SPEECH;
    private long bytes;

    @Override
    public void begin(PcmForm its) {
      form = its;
    }

    @Override
    public void take(byte[] pcm, int length) {
      bytes += length;
    }

    long millis() {
      return form.millis(bytes / form.frameBytes());
    }
  }

  private boolean isWhole(Recording recording) {
    try {
      return there.offlinePercent(recording) == 100;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Neither the file that came nor the samples made of it. */
  private static void assertNothingInPlain(Path profile) throws IOException {
    try (Stream<Path> files = Files.walk(profile)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(text).as(file.toString()).doesNotContain("OggS", "OpusHead");
      }
    }
  }

  @Test
  void whatIsWantedOfflineIsHeardWithoutAServer() throws Exception {
    byte[] sound = Signals.sine(SPEECH, 3 * SPEECH.rate(), 300);
    Begun begun = recordedSpeech(sound);
    here.start();
    here.connect(server);
    await(() -> here.state(record(begun.id())).equals(new BlobState.OnServer()));
    Recording known = pulled(begun);
    there.connect(server);
    assertThat(there.offlineBytes(known)).hasValue(sound.length + 16L);
    there.makeOffline(known);
    there.start();
    await(() -> isWhole(known));
    there.disconnect();
    assertThat(there.isWantedOffline(known)).isTrue();
    try (PcmReader reader = there.open(known).orElseThrow()) {
      assertThat(all(reader)).isEqualTo(sound);
    }
    there.letGo(known);
    assertThat(there.isWantedOffline(known)).isFalse();
  }
}
