package dev.throughline.desktop.search.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.zip.CRC32;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.RandomAccessInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedDirectoryTest {
  @TempDir Path folder;

  private static SecretKey key(int seed) {
    byte[] bytes = new byte[32];
    new Random(seed).nextBytes(bytes);
    return new SecretKeySpec(bytes, "AES");
  }

  private SealedDirectory open(int seed) throws IOException {
    return new SealedDirectory(folder, key(seed), new SecureRandom());
  }

  private byte[] write(String name, int length) throws IOException {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    try (SealedDirectory directory = open(1);
        IndexOutput output = directory.createOutput(name, IOContext.DEFAULT)) {
      output.writeBytes(bytes, 0, length / 3);
      for (int i = length / 3; i < length; i++) {
        output.writeByte(bytes[i]);
      }
      CRC32 checksum = new CRC32();
      checksum.update(bytes);
      assertThat(output.getChecksum()).isEqualTo(checksum.getValue());
      assertThat(output.getFilePointer()).isEqualTo(length);
    }
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100, 16_383, 16_384, 16_385, 32_768, 100_000})
  void whatWasWrittenIsReadWhole(int length) throws IOException {
    byte[] bytes = write("a", length);
    try (SealedDirectory directory = open(1);
        IndexInput input = directory.openInput("a", IOContext.DEFAULT)) {
      byte[] read = new byte[length];
      input.readBytes(read, 0, length);
      assertThat(read).isEqualTo(bytes);
      assertThat(input.length()).isEqualTo(length);
      assertThat(directory.fileLength("a")).isEqualTo(length);
      assertThatThrownBy(input::readByte).isInstanceOf(IOException.class);
    }
  }

  @Test
  void anyPartIsReadFromAnyPlaceBySlicesAndClones() throws IOException {
    byte[] bytes = write("a", 90_000);
    Random random = new Random(5);
    try (SealedDirectory directory = open(1);
        IndexInput whole = directory.openInput("a", IOContext.DEFAULT)) {
      for (int i = 0; i < 500; i++) {
        int from = random.nextInt(80_000);
        int length = 1 + random.nextInt(9_000);
        IndexInput slice = whole.slice("part", from, length);
        int at = random.nextInt(length);
        slice.seek(at);
        IndexInput clone = slice.clone();
        byte[] read = new byte[length - at];
        clone.readBytes(read, 0, read.length);
        assertThat(read).isEqualTo(Arrays.copyOfRange(bytes, from + at, from + length));
        RandomAccessInput places = whole.randomAccessSlice(from, length);
        assertThat(places.readByte(at)).isEqualTo(bytes[from + at]);
        assertThat(slice.getFilePointer()).isEqualTo(at);
      }
    }
  }

  @Test
  void nothingThatWasWrittenStandsOnTheDiskInTheOpen() throws IOException {
    String words = "the exit fee nobody mentioned";
    try (SealedDirectory directory = open(1);
        IndexOutput output = directory.createOutput("a", IOContext.DEFAULT)) {
      for (int i = 0; i < 2_000; i++) {
        output.writeString(words);
      }
    }
    String disk = new String(Files.readAllBytes(folder.resolve("a")), StandardCharsets.ISO_8859_1);
    assertThat(disk).doesNotContain("exit").doesNotContain("nobody");
  }

  @Test
  void equalFilesAreSealedDifferently() throws IOException {
    write("a", 5_000);
    write("b", 5_000);
    assertThat(Files.readAllBytes(folder.resolve("a")))
        .isNotEqualTo(Files.readAllBytes(folder.resolve("b")));
  }

  @Test
  void everyChangedByteIsNoticed() throws IOException {
    write("a", 40_000);
    byte[] sound = Files.readAllBytes(folder.resolve("a"));
    Random random = new Random(3);
    for (int i = 0; i < 200; i++) {
      byte[] changed = sound.clone();
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
      assertNoticed(changed);
    }
  }

  @Test
  void aFileThatWasCutOffIsNoticedAlsoBetweenTwoBlocks() throws IOException {
    write("a", 40_000);
    byte[] sound = Files.readAllBytes(folder.resolve("a"));
    int twoBlocks = FileSeal.HEADER_BYTES + 2 * (FileSeal.BLOCK_BYTES + FileSeal.TAG_BYTES);
    for (int length : new int[] {0, 7, 40, 41, 55, 56, 5_000, twoBlocks, sound.length - 1}) {
      assertNoticed(Arrays.copyOf(sound, length));
    }
  }

  private void assertNoticed(byte[] content) throws IOException {
    Files.write(folder.resolve("a"), content);
    try (SealedDirectory directory = open(1)) {
      assertThatThrownBy(
              () -> {
                try (IndexInput input = directory.openInput("a", IOContext.DEFAULT)) {
                  input.readBytes(new byte[(int) input.length()], 0, (int) input.length());
                }
              })
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void anotherKeyOpensNothing() throws IOException {
    write("a", 1_000);
    try (SealedDirectory directory = open(2);
        IndexInput input = directory.openInput("a", IOContext.DEFAULT)) {
      assertThatThrownBy(input::readByte).isInstanceOf(CorruptIndexException.class);
    }
  }

  @Test
  void namesChangeAndFilesGoAsInAnyFolder() throws IOException {
    byte[] bytes = write("pending", 20_000);
    try (SealedDirectory directory = open(1)) {
      directory.sync(Set.of("pending"));
      directory.rename("pending", "kept");
      directory.syncMetaData();
      assertThat(directory.listAll()).containsExactly("kept");
      try (IndexInput input = directory.openInput("kept", IOContext.DEFAULT)) {
        assertThat(input.readByte()).isEqualTo(bytes[0]);
      }
      directory.deleteFile("kept");
      assertThat(directory.listAll()).isEmpty();
    }
  }
}
