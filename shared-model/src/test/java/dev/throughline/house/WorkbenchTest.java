package dev.throughline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the workbench is a shell script")
class WorkbenchTest {
  @TempDir Path folder;

  @Test
  void aJavaIsFoundWithoutAHome() throws Exception {
    assertThat(found(Map.of())).endsWith("/bin/java\n");
  }

  /** Java names the options it picked up before its version. */
  @Test
  void aJavaIsFoundThatSaysSomethingElseFirst() throws Exception {
    assertThat(found(Map.of("JAVA_TOOL_OPTIONS", "-Dsome=thing"))).endsWith("/bin/java\n");
  }

  private String found(Map<String, String> environment) throws Exception {
    String script = Files.readString(Path.of("..").resolve("workbench"));
    String functions = script.substring(0, script.indexOf("\ncommand="));
    Path find = Files.writeString(folder.resolve("find"), functions + "\nfind_java\n");
    ProcessBuilder bash =
        new ProcessBuilder(List.of("bash", find.toString())).redirectErrorStream(true);
    bash.environment().remove("HOME");
    bash.environment().put("JAVA_HOME", System.getProperty("java.home"));
    bash.environment().putAll(environment);

    Process run = bash.start();
    String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(run.waitFor()).as(said).isZero();
    return said;
  }
}
