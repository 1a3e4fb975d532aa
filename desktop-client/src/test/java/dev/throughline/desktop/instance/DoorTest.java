package dev.throughline.desktop.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoorTest {
  @TempDir Path folder;
  private final BlockingQueue<List<Path>> taken = new LinkedBlockingQueue<>();
  private final java.util.ArrayList<Door> doors = new java.util.ArrayList<>();

  private int handovers;

  private Path profile(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name));
  }

  private Door open(Path profile) {
    Door door = Door.open(profile, folder).orElseThrow();
    doors.add(door);
    Thread.ofVirtual().start(() -> door.serve(taken::add));
    return door;
  }

  private Handover handover(Path profile) {
    return new Handover(profile, folder, new UUID(1, handovers++));
  }

  @AfterEach
  void closeAll() {
    doors.forEach(Door::close);
  }

  @Test
  void filesReachTheOpenWindow() throws Exception {
    Path profile = profile("p");
    open(profile);
    List<Path> files = List.of(Path.of("/talks/P-01 “first”.vtt"), Path.of("/talks/ü.srt"));
    assertThat(handover(profile).leave(files)).isTrue();
    assertThat(handover(profile).leave(List.of())).as("to come to the front is enough").isTrue();
    assertThat(taken).containsExactly(files, List.of());
  }

  @Test
  void filesThatAreLeftTwiceByOneStartAreTakenOnce() throws Exception {
    Path profile = profile("p");
    Door door = Door.open(profile, folder).orElseThrow();
    doors.add(door);
    List<Path> files = List.of(Path.of("/talk.vtt"));
    Handover start = handover(profile);
    // Nobody serves the door: a window that is stuck.
    assertThat(start.leave(files)).isFalse();
    assertThat(start.isLeft()).isTrue();
    Thread.ofVirtual().start(() -> door.serve(taken::add));
    assertThat(start.leave(files)).isTrue();
    assertThat(handover(profile).leave(files)).as("another start").isTrue();
    assertThat(taken).containsExactly(files, files);
  }

  @Test
  void nobodyIsThereWithoutAWindow() throws Exception {
    Path profile = profile("p");
    assertThat(handover(profile).leave(List.of())).isFalse();
    open(profile).close();
    assertThat(handover(profile).leave(List.of())).isFalse();
    assertThat(profile.resolve("door")).isEmptyDirectory();
  }

  @Test
  void anotherProfileIsAnotherWindow() throws Exception {
    open(profile("anna"));
    assertThat(handover(profile("ben")).leave(List.of())).isFalse();
    assertThat(taken).isEmpty();
  }

  @Test
  void socketOfAKilledWindowIsReplaced() throws Exception {
    Path profile = profile("p");
    Files.createDirectories(profile.resolve("door"));
    Path stale = profile.resolve("door").resolve("socket");
    try (var killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      killed.bind(UnixDomainSocketAddress.of(stale));
    }
    assertThat(stale).as("closing a channel leaves the file, as a kill does").exists();
    assertThat(handover(profile).leave(List.of())).isFalse();
    open(profile);
    assertThat(handover(profile).leave(List.of())).isTrue();
  }

  @Test
  void onlyTheOwnerGetsToTheSocket() throws Exception {
    Path profile = profile("p");
    Path door = Files.createDirectories(profile.resolve("door"));
    Files.setPosixFilePermissions(door, PosixFilePermissions.fromString("rwxrwxrwx"));
    open(profile);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(door)))
        .isEqualTo("rwx------");
  }

  @Test
  void pathTooLongForASocketGoesElsewhere() throws Exception {
    Path deep = profile("d".repeat(60) + "/" + "e".repeat(60));
    Door door = open(deep);
    Path pointer = deep.resolve("door").resolve("elsewhere");
    Path socket = Path.of(Files.readString(pointer));
    assertThat(socket.toString().length()).isLessThanOrEqualTo(DoorPlace.PATH_BYTES_MAX);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.getParent())))
        .isEqualTo("rwx------");
    assertThat(handover(deep).leave(List.of(Path.of("/a.vtt")))).isTrue();
    door.close();
    assertThat(socket.getParent()).doesNotExist();
    assertThat(pointer).doesNotExist();
  }

  @Test
  void pointerThatIsNoneOfOursLeadsNowhere() throws Exception {
    Path profile = profile("p");
    Files.createDirectories(profile.resolve("door"));
    Path pointer = profile.resolve("door").resolve("elsewhere");
    for (String bad : List.of("", "\0", "/etc/passwd", "x".repeat(10_000))) {
      Files.writeString(pointer, bad);
      assertThat(handover(profile).leave(List.of())).as(bad).isFalse();
    }
    open(profile);
    assertThat(handover(profile).leave(List.of())).isTrue();
  }

  @Test
  void hostileBytesDoNothing() throws Exception {
    Path profile = profile("p");
    open(profile);
    Random random = new Random(7);
    for (int i = 0; i < 60; i++) {
      byte[] noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      send(profile, noise);
      byte[] withHead = headed(noise, noise.length);
      send(profile, withHead);
    }
    send(profile, headed(new byte[0], Integer.MAX_VALUE));
    send(profile, headed(new byte[0], -1));
    send(profile, headed(new byte[0], Errand.BYTES_MAX + 1));
    assertThat(taken).isEmpty();
    assertThat(handover(profile).leave(List.of())).as("the door still opens").isTrue();
  }

  @Test
  void whoeverSaysNothingHoldsNobodyUpForLong() throws Exception {
    Path profile = profile("p");
    open(profile);
    try (var silent = connect(profile)) {
      assertThat(silent.isConnected()).isTrue();
      assertThat(handover(profile).leave(List.of())).isTrue();
    }
  }

  @Test
  void relativePathsAndTooManyFilesAreNoErrand() {
    assertThat(Errand.decode(body(new Errand("1", List.of(Path.of("talk.vtt")))))).isEmpty();
    assertThat(Errand.decode("{}".getBytes(StandardCharsets.UTF_8))).isEmpty();
    Errand whole = new Errand("1", List.of(Path.of("/talk.vtt")));
    assertThat(Errand.decode(body(whole))).contains(whole);
  }

  private static byte[] body(Errand errand) {
    byte[] all = errand.encode();
    return java.util.Arrays.copyOfRange(all, Errand.HEAD_BYTES, all.length);
  }

  private static byte[] headed(byte[] body, int length) {
    return ByteBuffer.allocate(8 + body.length)
        .put("TLD1".getBytes(StandardCharsets.US_ASCII))
        .putInt(length)
        .put(body)
        .array();
  }

  private static SocketChannel connect(Path profile) throws IOException {
    return SocketChannel.open(
        UnixDomainSocketAddress.of(profile.resolve("door").resolve("socket")));
  }

  private static void send(Path profile, byte[] bytes) throws IOException {
    try (SocketChannel channel = connect(profile)) {
      channel.write(ByteBuffer.wrap(bytes));
      channel.shutdownOutput();
      channel.read(ByteBuffer.allocate(1));
    } catch (IOException _) {
      // Hung up on while writing: that is the point.
    }
  }
}
