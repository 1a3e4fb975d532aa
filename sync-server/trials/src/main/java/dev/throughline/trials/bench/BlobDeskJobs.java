package dev.throughline.trials.bench;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.blob.BlobState;
import dev.throughline.desktop.blob.Blobs;
import dev.throughline.desktop.blob.Growing;
import dev.throughline.desktop.blob.HttpBlobTransport;
import dev.throughline.desktop.capture.Recorder;
import dev.throughline.desktop.platform.ThreadBackground;
import dev.throughline.desktop.recording.Recordings;
import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.sound.PcmReader;
import dev.throughline.desktop.sync.Credentials;
import dev.throughline.desktop.sync.Round;
import dev.throughline.desktop.sync.SyncRound;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.recording.Recording;
import dev.throughline.trials.DeskSounds;
import dev.throughline.trials.Desks;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A desktop's process: records, sends what it recorded, or gets what another one did. */
public final class BlobDeskJobs {
  /** As studios have it: coding the small copy of so many bytes takes seconds, not a minute. */
  private static final PcmForm FORM = new PcmForm(192_000, 2);

  private static final long SEED = 7;
  private static final int WAIT_SECONDS_MAX = 300;
  private static final double NANOS = 1e9;

  private BlobDeskJobs() {}

  public static void main(String[] args) throws IOException {
    Jobs.serve(BlobDeskJobs::run);
  }

  private static String run(List<String> words) throws Exception {
    URI server = URI.create(words.get(2));
    try (ClientWiring desk = Bench.open(Path.of(words.get(1)))) {
      return switch (words.getFirst()) {
        case "join" -> sync(desk, server);
        case "record" -> record(desk, server, Long.parseLong(words.get(3)));
        case "send" -> new Moving(desk, server).send(RecordId.of(words.get(3)));
        case "fetch" -> new Moving(desk, server).fetch(RecordId.of(words.get(3)));
        case "hear" -> hear(desk, server, RecordId.of(words.get(3)));
        default -> throw new IllegalArgumentException(words.getFirst());
      };
    }
  }

  private static String sync(ClientWiring desk, URI server) throws Exception {
    SyncRound.Result result = Desks.sync(desk, server, desk.author());
    if (!(result.last() instanceof Round.Done)) {
      throw new IOException(result.toString());
    }
    return "synced";
  }

  /**
   * Records so many bytes of sound; its small copy is sent at once, as over a network that costs
   * money, so that only the original is left. Answers its id and the SHA-256 of its samples.
   */
  private static String record(ClientWiring desk, URI server, long bytes) throws Exception {
    Recordings.Fresh fresh = DeskSounds.begin(desk, FORM);
    sync(desk, server);
    Spoken spoken = new Spoken(FORM, SEED, bytes / FORM.frameBytes());
    ThreadBackground background = new ThreadBackground();
    Recorder recorder = DeskSounds.record(desk, fresh, spoken, background);
    recorder.end().get(WAIT_SECONDS_MAX, TimeUnit.SECONDS);
    DeskSounds.end(desk, fresh, FORM.millis(recorder.safeFrames()));
    new Moving(desk, server).sendSmallCopy(fresh.id());
    background.abandon();
    sync(desk, server);
    return fresh.id() + " " + spoken.sha256();
  }

  /** The SHA-256 of every sample, which is here by now. */
  private static String hear(ClientWiring desk, URI server, RecordId id) throws Exception {
    try (Blobs blobs = new Moving(desk, server).open();
        PcmReader reader = blobs.open(find(desk, id)).orElseThrow()) {
      return Spoken.sha256(reader);
    }
  }

  private static Recording find(ClientWiring desk, RecordId id) {
    return desk.recordings().find(id).orElseThrow();
  }

  /** A desktop whose recordings travel. */
  private record Moving(ClientWiring desk, URI server, Semaphore changed) {
    Moving(ClientWiring desk, URI server) {
      this(desk, server, new Semaphore(0));
    }

    Blobs open() throws IOException {
      Blobs blobs = DeskSounds.open(desk, Growing.NONE, new ThreadBackground());
      blobs.onChange(changed::release);
      return blobs;
    }

    private void connect(Blobs blobs) {
      blobs.connect(new HttpBlobTransport(server, Credentials.NONE, Optional::empty));
      blobs.start();
    }

    private interface Question {
      boolean isSo() throws IOException;
    }

    private void await(Question question) throws InterruptedException, IOException {
      while (!question.isSo()) {
        if (!changed.tryAcquire(WAIT_SECONDS_MAX, TimeUnit.SECONDS)) {
          throw new IOException("nothing happens any more");
        }
      }
    }

    void sendSmallCopy(RecordId id) throws Exception {
      try (Blobs blobs = open()) {
        blobs.setMetered(true);
        connect(blobs);
        while (find(desk, id).proxy().isEmpty()) {
          changed.tryAcquire(1, TimeUnit.SECONDS);
        }
      }
    }

    /** Seconds until the server has all of it, until it has read it back, and extra heap. */
    String send(RecordId id) throws Exception {
      try (Blobs blobs = open()) {
        LiveHeap heap = LiveHeap.watch();
        long began = System.nanoTime();
        connect(blobs);
        await(
            () -> {
              BlobState state = blobs.state(find(desk, id));
              return state instanceof BlobState.Arrived || state instanceof BlobState.OnServer;
            });
        double sent = seconds(began);
        await(() -> blobs.state(find(desk, id)) instanceof BlobState.OnServer);
        return sent + " " + seconds(began) + " " + heap.extra() + " " + heap.collections();
      }
    }

    /** Seconds until all of it is here, how large it is, and extra heap. */
    String fetch(RecordId id) throws Exception {
      try (Blobs blobs = open()) {
        Recording recording = find(desk, id);
        LiveHeap heap = LiveHeap.watch();
        long began = System.nanoTime();
        connect(blobs);
        blobs.makeOffline(recording);
        await(() -> blobs.offlinePercent(recording) == 100);
        double took = seconds(began);
        long size = blobs.offlineBytes(recording).orElseThrow();
        return took + " " + size + " " + heap.extra() + " " + heap.collections();
      }
    }
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / NANOS;
  }
}
