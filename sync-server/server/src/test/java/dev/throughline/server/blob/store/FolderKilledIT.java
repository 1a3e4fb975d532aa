package dev.throughline.server.blob.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.signing.Sha256;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that is killed in the middle of something leaves nothing half, and loses nothing. */
class FolderKilledIT {
  @TempDir Path folder;

  private final Map<RecordId, String> wanted = new HashMap<>();
  private final Map<RecordId, String> last = new HashMap<>();
  private final List<RecordId> tried = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8, 13, 21, 34})
  void whatWasAcknowledgedIsThereAndWhatIsThereIsWhole(int lines) throws Exception {
    kill(lines);
    FolderBlobStore store = FolderBlobStore.open(folder, InstantSource.system(), byte[]::new);
    wanted.forEach((record, digest) -> check(store, record, digest));
    assertThat(wanted).isNotEmpty();
  }

  private void kill(int lines) throws Exception {
    Process writer =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    FolderWriter.class.getName(),
                    folder.toString(),
                    String.valueOf(lines)))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader said = writer.inputReader()) {
      for (int i = 0; i < lines; i++) {
        note(said.readLine());
      }
      // By its handle, which leaves open what it said.
      writer.toHandle().destroyForcibly();
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        note(line);
      }
    }
    assertThat(writer.waitFor()).isNotZero();
  }

  private void note(String line) {
    String[] words = line.split(" ");
    if (words.length == 3 && words[2].length() == 64) {
      RecordId record = RecordId.of(words[1]);
      if (wanted.put(record, words[2]) == null) {
        tried.add(record);
      }
      last.put(record, words[0]);
    }
  }

  private void check(FolderBlobStore store, RecordId record, String digest) {
    BlobKey key = new BlobKey(FolderWriter.WORKSPACE, record, "original");
    List<BlobVersion> versions = store.versions(key);
    if ("gone".equals(last.get(record))) {
      assertThat(versions).isEmpty();
    }
    for (BlobVersion version : versions) {
      long size = store.find(version).orElseThrow().size();
      try (var in = store.read(version, 0, size)) {
        assertThat(Sha256.hex(in.readAllBytes())).isEqualTo(digest);
      } catch (java.io.IOException e) {
        throw new AssertionError(e);
      }
    }
    if ("done".equals(last.get(record)) && versions.isEmpty()) {
      assertThat(record).as("only what was deleted in that moment").isEqualTo(tried.getLast());
    }
  }
}
