package dev.throughline.server.blob.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** S3Mock as a process of its own, from the jar on the class path; it ends with the tests. */
final class S3MockProcess {
  private static final String INSIDE =
      "BOOT-INF/classes/com/adobe/testing/s3mock/S3MockApplication.class";

  private static @Nullable URI running;

  private S3MockProcess() {}

  /** Where it answers; empty when its jar is not to be had. */
  static synchronized Optional<URI> endpoint() throws Exception {
    if (running == null) {
      Optional<Path> jar = jar();
      if (jar.isEmpty()) {
        return Optional.empty();
      }
      running = start(jar.get());
    }
    return Optional.of(running);
  }

  private static Optional<Path> jar() throws Exception {
    URL found = S3MockProcess.class.getClassLoader().getResource(INSIDE);
    if (found == null) {
      return Optional.empty();
    }
    String path = found.getPath();
    return Optional.of(Path.of(URI.create(path.substring(0, path.indexOf('!')))));
  }

  private static URI start(Path jar) throws IOException, InterruptedException {
    int port = freePort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-jar", jar.toString()));
    command.add("--com.adobe.testing.s3mock.http-port=" + port);
    command.add("--server.port=0");
    command.add("--com.adobe.testing.s3mock.store.regenerate-etag=false");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    URI endpoint = URI.create("http://127.0.0.1:" + port);
    for (int i = 0; i < 300 && process.isAlive(); i++) {
      if (answers(port)) {
        return endpoint;
      }
      process.waitFor(200, TimeUnit.MILLISECONDS);
    }
    throw new IOException("S3Mock did not start");
  }

  private static boolean answers(int port) {
    try (var socket = new java.net.Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException _) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
