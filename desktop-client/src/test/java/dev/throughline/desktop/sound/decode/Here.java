package dev.throughline.desktop.sound.decode;

import dev.throughline.desktop.sound.PcmTarget;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Decodes in this process: as fast as tests of thousands of files need it. */
final class Here {
  private Here() {}

  static DecodingResult decode(Path file, PcmTarget target) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    DecodingProcess.decode(file, new DataOutputStream(answer));
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(answer.toByteArray()));
    try {
      return new WireReader(in, target, DecodingLimits.USUAL, new Progress()).read();
    } catch (WireReader.TargetFailedException e) {
      throw e.cause();
    }
  }

  static DecodingResult decode(Path folder, byte[] content, PcmTarget target) throws IOException {
    Path file = folder.resolve("sound");
    Files.write(file, content);
    return decode(file, target);
  }

  /** One of the small files beside the tests. */
  static byte[] file(String name) throws IOException {
    try (var in = Here.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }
}
