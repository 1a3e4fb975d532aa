package dev.throughline.trials.power;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.h2.store.fs.FilePath;

/** How H2 reaches a {@link PowerDisk}: {@code power:NUMBER/path}. */
public final class PowerPath extends FilePath {
  static final String SCHEME = "power";

  /** Lets H2 know the scheme. */
  static void register() {
    FilePath.register(new PowerPath());
  }

  private static PowerPath of(String path) {
    PowerPath made = new PowerPath();
    made.name = path.startsWith(SCHEME + ":") ? path : SCHEME + ":" + path;
    return made;
  }

  private PowerDisk disk() throws IOException {
    String rest = name.substring(SCHEME.length() + 1);
    return PowerDisk.numbered(Integer.parseInt(rest.substring(0, rest.indexOf('/'))));
  }

  private String file() {
    return name.substring(name.indexOf('/'));
  }

  private interface Asked<T> {
    T of(PowerDisk disk) throws IOException;
  }

  private <T> T ask(Asked<T> question, T withoutPower) {
    try {
      return question.of(disk());
    } catch (IOException _) {
      return withoutPower;
    }
  }

  @Override
  public long size() {
    return ask(disk -> disk.length(file()), 0L);
  }

  @Override
  public void moveTo(FilePath to, boolean atomicReplace) {
    ask(
        disk -> {
          disk.move(Path.of(file()), Path.of(((PowerPath) to).file()));
          return true;
        },
        false);
  }

  @Override
  public boolean createFile() {
    return ask(
        disk -> {
          disk.open(file(), List.of(StandardOpenOption.CREATE_NEW));
          return true;
        },
        false);
  }

  @Override
  public boolean exists() {
    return isDirectory() || ask(disk -> disk.exists(file()), false);
  }

  @Override
  public void delete() {
    ask(
        disk -> {
          disk.deleteIfExists(Path.of(file()));
          return true;
        },
        false);
  }

  @Override
  public List<FilePath> newDirectoryStream() {
    String prefix = name.substring(0, name.indexOf('/'));
    return ask(
        disk ->
            disk.namesBelow(file()).stream().map(below -> (FilePath) of(prefix + below)).toList(),
        List.of());
  }

  @Override
  public FilePath toRealPath() {
    return this;
  }

  @Override
  public FilePath getParent() {
    return of(name.substring(0, Math.max(name.lastIndexOf('/'), name.indexOf('/') + 1)));
  }

  /** Every folder is there; only names of files have a dot. */
  @Override
  public boolean isDirectory() {
    return name.indexOf('.', name.lastIndexOf('/') + 1) < 0;
  }

  @Override
  public boolean isRegularFile() {
    return !isDirectory() && exists();
  }

  @Override
  public boolean isAbsolute() {
    return true;
  }

  @Override
  public long lastModified() {
    return 0;
  }

  @Override
  public boolean canWrite() {
    return true;
  }

  @Override
  public void createDirectory() {
    // Every folder is there.
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    List<OpenOption> options =
        mode.equals("r")
            ? List.of(StandardOpenOption.READ)
            : List.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    return disk().open(file(), options);
  }

  @Override
  public boolean setReadOnly() {
    return false;
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FilePath getPath(String path) {
    return of(path);
  }
}
