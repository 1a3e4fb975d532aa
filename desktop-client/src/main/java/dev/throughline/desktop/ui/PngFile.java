package dev.throughline.desktop.ui;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.image.Image;

/** Writes an image as PNG without AWT: eight bits a channel, no filter, one data chunk. */
final class PngFile {
  private static final byte[] SIGNATURE = {(byte) 137, 'P', 'N', 'G', 13, 10, 26, 10};
  private static final byte RGB = 2;
  private static final int BYTES_PER_PIXEL = 3;

  private PngFile() {}

  static void write(Image image, Path file) throws IOException {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (var out = Files.newOutputStream(file)) {
      out.write(SIGNATURE);
      var head = ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).put(RGB);
      chunk(out, "IHDR", head.array());
      chunk(out, "IDAT", pixels(image, width, height));
      chunk(out, "IEND", new byte[0]);
    }
  }

  private static byte[] pixels(Image image, int width, int height) throws IOException {
    var reader = image.getPixelReader();
    var bytes = new ByteArrayOutputStream();
    try (var packed = new DeflaterOutputStream(bytes)) {
      var row = new byte[1 + width * BYTES_PER_PIXEL];
      for (int y = 0; y < height; y++) {
        for (int x = 0, at = 1; x < width; x++) {
          int argb = reader.getArgb(x, y);
          row[at++] = (byte) (argb >> 16);
          row[at++] = (byte) (argb >> 8);
          row[at++] = (byte) argb;
        }
        packed.write(row);
      }
    }
    return bytes.toByteArray();
  }

  private static void chunk(OutputStream out, String type, byte[] data) throws IOException {
    var body = ByteBuffer.allocate(4 + data.length);
    body.put(type.getBytes(StandardCharsets.US_ASCII)).put(data);
    var check = new CRC32();
    check.update(body.array());
    out.write(ByteBuffer.allocate(4).putInt(data.length).array());
    out.write(body.array());
    out.write(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
  }
}
