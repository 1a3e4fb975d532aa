package dev.throughline.desktop.exchange.open;

import dev.throughline.desktop.exchange.ByteSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An export that lies in a folder. Links are followed by nobody. */
final class FolderContainer implements Container {
  private static final int DEPTH_MAX = 3;

  private final Path folder;
  private final List<String> names = new ArrayList<>();

  FolderContainer(Path folder) throws IOException {
    this.folder = folder;
    try (Stream<Path> walk = Files.walk(folder, DEPTH_MAX)) {
      walk.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
          .limit(FILES_MAX)
          .map(path -> folder.relativize(path).toString().replace('\\', '/'))
          .sorted()
          .forEach(names::add);
    } catch (UncheckedIOException e) {
      throw new IOException("a folder in it cannot be read", e);
    }
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public Optional<ByteSource> file(String name) throws IOException {
    if (!Container.isInside(name)) {
      return Optional.empty();
    }
    Path file = folder;
    for (String part : name.split("/")) {
      file = file.resolve(part);
      if (Files.isSymbolicLink(file)) {
        return Optional.empty();
      }
    }
    return Files.isRegularFile(file) ? Optional.of(ByteSource.of(file)) : Optional.empty();
  }

  @Override
  public void close() {}
}
