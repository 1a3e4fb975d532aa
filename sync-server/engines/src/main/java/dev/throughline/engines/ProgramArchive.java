package dev.throughline.engines;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * Unpacks the programs of the server from the class path, once per program folder. Several JVMs may
 * ask at the same time: one unpacks, the others wait for it.
 */
final class ProgramArchive {
  private static final int OWNER_MAY_EXECUTE = 0100;

  private ProgramArchive() {}

  /** The folder with {@code bin}, {@code lib} and {@code share} of this version and system. */
  static synchronized Path unpackedIn(Path programFolder, String version) throws IOException {
    var name = version + "-" + systemName().toLowerCase(Locale.ROOT) + "-" + machine();
    var home = programFolder.toAbsolutePath().normalize().resolve(name);
    if (Files.isDirectory(home)) {
      return home;
    }
    var parent = Objects.requireNonNull(home.getParent());
    Files.createDirectories(parent);
    var lockFile = parent.resolve("unpack.lock");
    try (var channel =
        FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.lock();
      if (!Files.isDirectory(home)) {
        FolderTree.removeStartingWith(parent, name + ".new-");
        var draft = Files.createTempDirectory(parent, name + ".new-");
        unpackInto(draft);
        Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
        PrivateFile.forceNamesIn(parent);
      }
    }
    return home;
  }

  private static void unpackInto(Path folder) throws IOException {
    try (var resource = archive();
        var tar = new TarArchiveInputStream(new XZInputStream(resource))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException("The archive leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(Objects.requireNonNull(target.getParent()));
          unpackFile(tar, entry, target);
        }
      }
    }
  }

  private static void unpackFile(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    try (var channel =
        FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      tar.transferTo(Channels.newOutputStream(channel));
      channel.force(false);
    }
    if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0 && !target.toFile().setExecutable(true)) {
      throw new IOException("Cannot make this file executable: " + target);
    }
  }

  private static BufferedInputStream archive() throws IOException {
    try {
      var resolver = DefaultPostgresBinaryResolver.INSTANCE;
      return new BufferedInputStream(resolver.getPgBinary(systemName(), machine()));
    } catch (IllegalStateException e) {
      throw new EngineException(
          EngineException.Code.UNSUPPORTED_SYSTEM,
          """
          Throughline brings no database for %s on %s. \
          Use a server that runs elsewhere.\
          """
              .formatted(systemName(), machine()),
          e);
    }
  }

  static String systemName() {
    var name = System.getProperty("os.name");
    if (name.startsWith("Windows")) {
      return "Windows";
    }
    return name.startsWith("Mac") ? "Darwin" : "Linux";
  }

  private static String machine() {
    return System.getProperty("os.arch");
  }
}
