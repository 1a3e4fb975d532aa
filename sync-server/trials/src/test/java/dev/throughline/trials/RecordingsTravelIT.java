package dev.throughline.trials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.blob.BlobState;
import dev.throughline.desktop.blob.Blobs;
import dev.throughline.desktop.blob.Dropped;
import dev.throughline.desktop.blob.HttpBlobTransport;
import dev.throughline.desktop.capture.Recorder;
import dev.throughline.desktop.capture.SpeechSignal;
import dev.throughline.desktop.platform.Pace;
import dev.throughline.desktop.platform.ThreadBackground;
import dev.throughline.desktop.recording.Recordings;
import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.sound.PcmReader;
import dev.throughline.desktop.sync.Credentials;
import dev.throughline.desktop.sync.Round;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.recording.Recording;
import dev.throughline.standalone.StandaloneServer;
import dev.throughline.trials.link.Link;
import dev.throughline.trials.link.Mishap;
import dev.throughline.trials.link.Mishaps;
import dev.throughline.trials.link.Relay;
import dev.throughline.trials.link.Way;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording made on one desktop is heard on another one, through a real server. */
class RecordingsTravelIT {
  private static final PcmForm FORM = new PcmForm(48_000, 1);

  /** Three minutes: two full parts and a little. */
  private static final long FRAMES = 190L * 48_000;

  private static final long SEED = 20;
  private static final int SECONDS_MAX = 120;

  @TempDir static Path shared;
  private static StandaloneServer server;

  @TempDir Path folder;
  private final ThreadBackground background = new ThreadBackground();
  private final Map<RecordId, Recorder> live = new ConcurrentHashMap<>();
  private final Semaphore changed = new Semaphore(0);

  @BeforeAll
  static void startServer() {
    server = StandaloneServer.start(StandaloneServer.Options.in(shared.resolve("server")));
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  private Blobs blobs(ClientWiring desk) throws IOException {
    return blobs(desk, URI.create(server.url()));
  }

  private Blobs blobs(ClientWiring desk, URI to) throws IOException {
    Blobs blobs = DeskSounds.open(desk, this::safeFrames, background);
    blobs.onChange(changed::release);
    blobs.connect(new HttpBlobTransport(to, Credentials.NONE, Optional::empty));
    blobs.start();
    return blobs;
  }

  private Optional<LongSupplier> safeFrames(RecordId recording) {
    return Optional.ofNullable(live.get(recording)).map(recorder -> recorder::safeFrames);
  }

  private void await(BooleanSupplier done) throws InterruptedException {
    while (!done.getAsBoolean()) {
      assertThat(changed.tryAcquire(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static void sync(ClientWiring desk) {
    assertThat(Desks.sync(desk, URI.create(server.url()), "Someone").last())
        .isInstanceOf(Round.Done.class);
  }

  private Recordings.Fresh begun(ClientWiring desk) {
    Recordings.Fresh fresh = DeskSounds.begin(desk, FORM);
    sync(desk);
    return fresh;
  }

  private void record(ClientWiring desk, Recordings.Fresh fresh) throws Exception {
    Recorder recorder = DeskSounds.record(desk, fresh, signal(), background);
    live.put(fresh.id(), recorder);
    recorder.end().get(SECONDS_MAX, TimeUnit.SECONDS);
    DeskSounds.end(desk, fresh, FORM.millis(recorder.safeFrames()));
    live.remove(fresh.id());
  }

  private static SpeechSignal signal() {
    return new SpeechSignal(FORM, new Random(SEED), Pace.NONE, FRAMES);
  }

  private static byte[] said() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] step = new byte[1 << 16];
    try (SpeechSignal signal = signal()) {
      for (int had = signal.read(step); had > 0; had = signal.read(step)) {
        all.write(step, 0, had);
      }
    }
    return all.toByteArray();
  }

  private static byte[] heard(PcmReader reader) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] step = new byte[1 << 16];
    long frame = 0;
    try (reader) {
      for (int had = reader.read(0, step); had > 0; had = reader.read(frame, step)) {
        all.write(step, 0, had * FORM.frameBytes());
        frame += had;
      }
    }
    return all.toByteArray();
  }

  private static Recording found(ClientWiring desk, RecordId id) {
    return desk.recordings().find(id).orElseThrow();
  }

  @Test
  void everySampleIsHeardOnAColleaguesDesktopAndMayThenGoFromTheFirst() throws Exception {
    try (ClientWiring anna = Desks.open(folder.resolve("anna"));
        ClientWiring ben = Desks.open(folder.resolve("ben"));
        Blobs sending = blobs(anna);
        Blobs hearing = blobs(ben)) {
      Recordings.Fresh fresh = begun(anna);
      sync(ben);
      record(anna, fresh);
      RecordId id = fresh.id();
      await(() -> sending.state(found(anna, id)).equals(new BlobState.OnServer()));
      await(() -> !found(anna, id).proxy().isEmpty());
      sync(anna);
      sync(ben);
      Recording known = found(ben, id);
      assertThat(hearing.ask(known)).isEqualTo(new BlobState.OnServer());
      assertThat(heard(hearing.open(known).orElseThrow())).isEqualTo(said());
      nothingLiesPlain();
      assertThat(sending.drop(found(anna, id))).isEqualTo(new Dropped.Gone());
      assertThat(heard(sending.open(found(anna, id)).orElseThrow())).isEqualTo(said());
      hearing.setMetered(true);
      assertThat(hearing.offlineBytes(known)).hasValue(said().length + 3 * 16L);
    } finally {
      background.abandon();
    }
  }

  /** Neither at who recorded it, nor at who heard it, nor in the server's stores and database. */
  private void nothingLiesPlain() throws IOException {
    PlainSound plain = new PlainSound(said());
    assertThat(plain.size()).isGreaterThan(500);
    assertThat(plain.in(folder)).isEmpty();
    assertThat(plain.in(shared)).isEmpty();
    byte[] odd = new byte[said().length + 3];
    System.arraycopy(said(), 0, odd, 3, said().length);
    Path copy = Files.write(Files.createDirectory(folder.resolve("copies")).resolve("copy"), odd);
    assertThat(plain.in(folder)).as("a copy would be found").containsExactly(copy);
  }

  /** Heads of questions and answers are changed too, and nothing but TCP checks those. */
  @Test
  void whateverTheNetworkDoesEverySampleArrives() throws Exception {
    try (Relay relay = Relay.open(URI.create(server.url()), Link.FREE);
        ClientWiring anna = Desks.open(folder.resolve("anna"));
        ClientWiring ben = Desks.open(folder.resolve("ben"))) {
      Recordings.Fresh fresh = begun(anna);
      record(anna, fresh);
      RecordId id = fresh.id();
      Mishaps up = everything(Way.UP);
      relay.begin(up);
      try (Blobs sending = blobs(anna, relay.address())) {
        await(() -> sending.state(found(anna, id)).equals(new BlobState.OnServer()));
      }
      sync(anna);
      sync(ben);
      Recording known = found(ben, id);
      Mishaps down = everything(Way.DOWN);
      relay.begin(down);
      try (Blobs hearing = blobs(ben, relay.address())) {
        hearing.makeOffline(known);
        await(() -> isWhole(hearing, known));
        assertThat(heard(hearing.open(known).orElseThrow())).isEqualTo(said());
      }
      assertThat(up.left() + down.left()).isZero();
    } finally {
      background.abandon();
    }
  }

  private static boolean isWhole(Blobs blobs, Recording recording) {
    try {
      return blobs.offlinePercent(recording) == 100;
    } catch (IOException _) {
      return false;
    }
  }

  /** Each early, so that it happens on a recording of a few parts. */
  private static Mishaps everything(Way way) {
    return new Mishaps(
        List.of(
            new Mishap(Mishap.Kind.HEAD, Way.UP, 0),
            new Mishap(Mishap.Kind.HEAD, Way.DOWN, 0),
            new Mishap(Mishap.Kind.RESET, way, 1 << 20),
            new Mishap(Mishap.Kind.BODY, way, 2 << 20),
            new Mishap(Mishap.Kind.SILENCE, way, 3 << 20)),
        new Random(SEED));
  }
}
