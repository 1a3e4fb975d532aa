package dev.throughline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the workbench is a shell script")
class WorkbenchTest {
  @TempDir Path folder;

  @Test
  void aJavaIsFoundWithoutAHome() throws Exception {
    String script = Files.readString(Path.of("..").resolve("workbench"));
    String functions = script.substring(0, script.indexOf("\ncommand="));
    Path find = Files.writeString(folder.resolve("find"), functions + "\nfind_java\n");
    ProcessBuilder bash =
        new ProcessBuilder(List.of("bash", find.toString())).redirectErrorStream(true);
    bash.environment().remove("HOME");
    bash.environment().put("JAVA_HOME", System.getProperty("java.home"));

    Process run = bash.start();
    String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(run.waitFor()).as(said).isZero();
    assertThat(said).endsWith("/bin/java\n");
  }
}
