package dev.throughline.desktop.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/**
 * Run by the build: puts the binary form of every style sheet beside it. JavaFX takes that one
 * where it finds it, and a start does not read a fifth of a megabyte of text.
 */
public final class CompiledSheets {
  private static final String TEXT = ".css";
  private static final String BINARY = ".bss";

  private CompiledSheets() {}

  /**
   * Compiles the sheets below a folder of classes.
   *
   * @param args the folder
   */
  public static void main(String[] args) throws IOException {
    for (Path sheet : sheets(Path.of(args[0]))) {
      Stylesheet.convertToBinary(sheet.toFile(), binary(sheet).toFile());
    }
  }

  static List<Path> sheets(Path classes) throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      return files.filter(file -> file.toString().endsWith(TEXT)).sorted().toList();
    }
  }

  /** Where the binary form of a sheet stands. */
  static Path binary(Path sheet) {
    String name = String.valueOf(sheet.getFileName());
    return sheet.resolveSibling(name.substring(0, name.length() - TEXT.length()) + BINARY);
  }
}
