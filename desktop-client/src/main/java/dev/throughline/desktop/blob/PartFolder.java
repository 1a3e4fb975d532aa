package dev.throughline.desktop.blob;

import dev.throughline.desktop.platform.Disk;
import dev.throughline.desktop.sound.decode.SealedFile;
import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.MalformedMessage;
import dev.throughline.model.wire.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Parts of one blob in a folder, sealed as they travel, with its manifest. Each file is whole or
 * not there; whether it is the right one shows only when it is opened.
 */
record PartFolder(Disk disk, Path path) {
  private static final Pattern PART = Pattern.compile("(\\d{6})\\.part");

  /** A manifest of the most parts a blob may have is well below this. */
  private static final int FILE_BYTES_MAX = BlobManifest.PART_BYTES;

  private static final String VERIFIED = "verified";

  /** The manifest; empty when there is none, or none that can be read. */
  Optional<BlobManifest> manifest() throws IOException {
    try {
      return read(path.resolve("manifest"))
          .map(bytes -> BlobMessages.manifest(WireFormat.VALUE.decode(bytes, Encoding.CBOR)));
    } catch (MalformedMessage _) {
      return Optional.empty();
    }
  }

  void write(BlobManifest manifest) throws IOException {
    disk.createFolder(path);
    disk.write(
        path.resolve("manifest"),
        WireFormat.VALUE.encode(BlobMessages.of(manifest), Encoding.CBOR));
  }

  /** One part; empty when it is not here. */
  Optional<byte[]> part(int index) throws IOException {
    return read(file(index));
  }

  void write(int index, byte[] part) throws IOException {
    disk.createFolder(path);
    disk.write(file(index), part);
  }

  void delete(int index) throws IOException {
    disk.deleteIfExists(file(index));
  }

  /** The numbers of the parts that are here, in order. */
  List<Integer> there() throws IOException {
    try {
      return disk.list(path).stream()
          .map(file -> PART.matcher(file.getFileName().toString()))
          .filter(name -> name.matches())
          .map(name -> Integer.valueOf(name.group(1)))
          .toList();
    } catch (NoSuchFileException | NotDirectoryException _) {
      return List.of();
    }
  }

  /** Whether the server has said that it read this very blob back. */
  boolean isVerified(String id) throws IOException {
    return read(path.resolve(VERIFIED))
        .map(bytes -> new String(bytes, StandardCharsets.US_ASCII))
        .filter(id::equals)
        .isPresent();
  }

  void markVerified(String id) throws IOException {
    disk.createFolder(path);
    disk.write(path.resolve(VERIFIED), id.getBytes(StandardCharsets.US_ASCII));
  }

  /** Removes the parts; manifest and mark stay. */
  void deleteParts() throws IOException {
    for (int index : there()) {
      delete(index);
    }
  }

  private Path file(int index) {
    return SealedFile.part(path, index);
  }

  private Optional<byte[]> read(Path file) throws IOException {
    try (FileChannel channel = disk.open(file, StandardOpenOption.READ)) {
      if (channel.size() > FILE_BYTES_MAX) {
        return Optional.empty();
      }
      ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
      while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {
        // A file may come in several pieces.
      }
      return bytes.hasRemaining() ? Optional.empty() : Optional.of(bytes.array());
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }
}
