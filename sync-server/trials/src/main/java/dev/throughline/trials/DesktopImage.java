package dev.throughline.trials;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Builds the desktop as an image that needs no JDK: a runtime of just the modules it uses, its
 * jars, its launcher. JavaFX stays on the class path like everywhere else.
 */
final class DesktopImage {
  private final Path recipe;
  private final Path client;

  /** The recipe and the built client of the repository at that root. */
  DesktopImage(Path root) {
    this.recipe = root.resolve("installers").resolve("desktop");
    this.client = root.resolve("desktop-client").resolve("target");
  }

  /** The module names of the recipe, without its reasons. */
  List<String> modules() throws IOException {
    return lines().map(line -> line.replaceFirst("#.*", "").strip()).toList();
  }

  /** The modules that stand there for a reason of their own. */
  List<String> reasoned() throws IOException {
    return lines()
        .filter(line -> line.contains("#"))
        .map(line -> line.replaceFirst("#.*", "").strip())
        .toList();
  }

  private Stream<String> lines() throws IOException {
    return Files.readAllLines(recipe.resolve("modules.txt")).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"));
  }

  /** Whether the client was packaged, which leaves its class path behind. */
  boolean isPackaged() {
    return Files.exists(client.resolve("classpath.txt")) && clientJar().isPresent();
  }

  /** The client's own jar first, then everything it runs with. */
  List<Path> classPath() throws IOException {
    String built = Files.readString(client.resolve("classpath.txt")).strip();
    Stream<Path> others = Stream.of(built.split(File.pathSeparator)).map(Path::of);
    return Stream.concat(clientJar().stream(), others).toList();
  }

  private java.util.Optional<Path> clientJar() {
    try (Stream<Path> files = Files.list(client)) {
      return files
          .filter(file -> file.getFileName().toString().matches("desktop-client-[0-9.]+\\.jar"))
          .findFirst();
    } catch (IOException _) {
      return java.util.Optional.empty();
    }
  }

  /** Writes the image; whatever lay there before must be gone. */
  void write(Path image) throws IOException {
    if (Files.exists(image)) {
      throw new IOException(image + " exists. Choose a folder that does not.");
    }
    Path lib = Files.createDirectories(image.resolve("app").resolve("lib"));
    for (Path jar : classPath()) {
      if (!Files.isRegularFile(jar)) {
        throw new IOException(jar + " is no jar. Run mvn package first.");
      }
      Files.copy(jar, lib.resolve(jar.getFileName()));
    }
    writeProgram(image.resolve("app").resolve("throughline.jar"));
    Files.copy(recipe.resolve("options.txt"), image.resolve("app").resolve("options.txt"));
    Path bin = Files.createDirectories(image.resolve("bin"));
    for (String launcher : List.of("throughline", "throughline.cmd")) {
      Path copy = Files.copy(recipe.resolve(launcher), bin.resolve(launcher));
      if (!copy.toFile().setExecutable(true, false)) {
        throw new IOException(copy + " cannot be made executable.");
      }
    }
    link(image.resolve("runtime"));
    writeArchive(image);
  }

  /** A jar that only names the others, in an order that stays when the image is moved. */
  private void writeProgram(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, "dev.throughline.desktop.app.Main");
    String jars =
        classPath().stream().map(path -> "lib/" + path.getFileName()).collect(joining(" "));
    main.put(Attributes.Name.CLASS_PATH, jars);
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
  }

  private static void writeArchive(Path image) throws IOException {
    Path app = image.resolve("app");
    StartArchive archive =
        new StartArchive(
            image.resolve("runtime").resolve("bin").resolve("java"),
            Files.readAllLines(app.resolve("options.txt")),
            List.of("-jar", app.resolve("throughline.jar").toString()));
    try {
      archive.write(app.resolve("throughline.jsa"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private void link(Path runtime) throws IOException {
    run(
        "jlink",
        "--add-modules",
        String.join(",", modules()),
        "--include-locales=en",
        "--no-header-files",
        "--no-man-pages",
        "--compress=zip-6",
        "--output",
        runtime.toString());
  }

  /** Runs a tool of this JDK; answers what it printed. */
  static String run(String tool, String... arguments) throws IOException {
    ToolProvider found =
        ToolProvider.findFirst(tool)
            .orElseThrow(() -> new IOException("This JDK has no " + tool + "."));
    StringWriter printed = new StringWriter();
    PrintWriter out = new PrintWriter(printed);
    if (found.run(out, out, arguments) != 0) {
      throw new IOException(tool + " failed: " + printed);
    }
    return printed.toString();
  }
}
