package dev.throughline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.engines.EngineException;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class StandaloneServerIT {
  private static final Path PROGRAMS = Path.of("target", "postgres-programs").toAbsolutePath();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private Path folder;

  @Test
  void itAnswersLeavesNothingBehindAndComesBackWithItsData() throws Exception {
    String first;
    try (StandaloneServer server = StandaloneServer.start(options())) {
      assertThat(Files.readString(folder.resolve("server.json")))
          .contains("\"port\":" + server.port())
          .contains("\"pid\":" + ProcessHandle.current().pid());
      assertThatThrownBy(() -> StandaloneServer.start(options()))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("ENG-01");
      first = epoch(server);
    }
    String key = Files.readString(folder.resolve("kernel.key"));
    assertThat(folder.resolve("server.json")).doesNotExist();
    assertThat(ProcessHandle.current().children()).noneMatch(ProcessHandle::isAlive);
    try (StandaloneServer server = StandaloneServer.start(options())) {
      assertThat(epoch(server)).isEqualTo(first);
      assertThat(folder.resolve("kernel.key")).hasContent(key);
      // Another server on the port of the first fails, and stops its own database again.
      StandaloneServer.Options taken =
          new StandaloneServer.Options(folder.resolve("other"), server.port(), 0, PROGRAMS);
      assertThatThrownBy(() -> StandaloneServer.start(taken)).isInstanceOf(RuntimeException.class);
      assertThat(folder.resolve("other/server.json")).doesNotExist();
      assertThat(folder.resolve("other/postgres/postmaster.pid")).doesNotExist();
    }
  }

  @Test
  void theProgramSaysWhereItAnswersAndStopsWhenTold() throws Exception {
    Process process = program("--data", folder.toString(), "--port", "0");
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      List<String> said = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.add(line);
        if (line.startsWith("Throughline server ready at http://127.0.0.1:")) {
          break;
        }
      }
      assertThat(said).last().asString().endsWith("(data in " + folder + ")");
      assertThat(said).hasSizeLessThan(5);
      process.destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(folder.resolve("server.json")).doesNotExist();
    assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
  }

  @Test
  void wrongOptionsEndItAtOnce() throws Exception {
    Process process = program("--prot", "1");
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(said).startsWith("There is no option --prot.").contains("--pg-port");
  }

  private StandaloneServer.Options options() {
    return new StandaloneServer.Options(folder, 0, 0, PROGRAMS);
  }

  private static String epoch(StandaloneServer server) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url() + "/sync/v1/pull")).build();
    HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private static Process program(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                StandaloneServer.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
