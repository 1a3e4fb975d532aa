package dev.throughline.desktop.app;

import dev.throughline.desktop.home.FirstAnswers;
import dev.throughline.desktop.outbox.ServerSetting;
import dev.throughline.desktop.platform.AtomicFile;
import dev.throughline.desktop.recording.ChosenInput;
import dev.throughline.desktop.settings.Preferences;
import dev.throughline.desktop.travel.TravelSettings;
import dev.throughline.desktop.walkthrough.WalkthroughProgress;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.sync.DeviceNote;
import dev.throughline.model.value.PlainText;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.MalformedMessage;
import dev.throughline.model.wire.WireFormat;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A profile's settings in {@code settings.json}. An unreadable file counts as defaults: settings
 * are never worth a start that fails. Any thread.
 */
public final class ClientSettings
    implements ChosenInput,
        FirstAnswers,
        Preferences,
        ServerSetting,
        TravelSettings,
        WalkthroughProgress {
  private static final int SCALE_MIN = 100;
  private static final int SCALE_MAX = 250;
  private static final int NAME_LENGTH_MAX = 60;

  private final Path file;
  private final TreeMap<String, Value> values;

  private ClientSettings(Path file, TreeMap<String, Value> values) {
    this.file = file;
    this.values = values;
  }

  public static ClientSettings open(Path profile) {
    Path file = profile.resolve("settings.json");
    TreeMap<String, Value> values = new TreeMap<>();
    try {
      if (Files.exists(file)
          && WireFormat.VALUE.decode(Files.readAllBytes(file), Encoding.JSON)
              instanceof Value.Entries(var entries)) {
        values.putAll(entries);
      }
    } catch (IOException | MalformedMessage _) {
      System.getLogger(ClientSettings.class.getName())
          .log(System.Logger.Level.WARNING, "settings.json cannot be read; the defaults apply");
    }
    return new ClientSettings(file, values);
  }

  @Override
  public synchronized Optional<String> displayName() {
    return Optional.of(text("displayName")).filter(name -> !name.isBlank());
  }

  @Override
  public void setDisplayName(String name) {
    String clean = PlainText.clean(name).strip();
    put("displayName", Value.text(clean.substring(0, Math.min(clean.length(), NAME_LENGTH_MAX))));
  }

  /** {@code system}, {@code light} or {@code dark}. */
  public synchronized String theme() {
    String theme = text("theme");
    return theme.isEmpty() ? "system" : theme;
  }

  @Override
  public void setTheme(String theme) {
    put("theme", Value.text(theme));
  }

  /** Text and control size in percent, 100 to 250. */
  public synchronized int scale() {
    long scale = new FieldMap(values).whole("scale").orElse((long) SCALE_MIN);
    return Math.clamp(scale, SCALE_MIN, SCALE_MAX);
  }

  @Override
  public void setScale(int percent) {
    put("scale", Value.whole(Math.clamp(percent, SCALE_MIN, SCALE_MAX)));
  }

  @Override
  public synchronized Optional<URI> server() {
    return ServerAddress.parse(text("server"));
  }

  @Override
  public void setServer(Optional<URI> server) {
    put("server", Value.text(server.map(URI::toString).orElse("")));
  }

  /** The workspace the person chose to join; empty until they did. */
  public synchronized Optional<WorkspaceId> workspace() {
    return new FieldMap(values).text("workspace").isEmpty()
        ? Optional.empty()
        : new FieldMap(values).reference("workspace").map(id -> new WorkspaceId(id.value()));
  }

  public void setWorkspace(WorkspaceId workspace) {
    put("workspace", Value.text(workspace.toString()));
  }

  /** What the person calls this device; what it runs on until they call it something. */
  public String deviceName() {
    String name;
    synchronized (this) {
      name = text("deviceName");
    }
    return name.isBlank() ? DeviceNames.of(System.getProperty("os.name")) : name;
  }

  public void setDeviceName(String name) {
    String clean = PlainText.clean(name).strip();
    put(
        "deviceName",
        Value.text(clean.substring(0, Math.min(clean.length(), DeviceNote.NAME_LENGTH_MAX))));
  }

  @Override
  public Optional<URI> parse(String typed) {
    return ServerAddress.parse(typed);
  }

  @Override
  public synchronized boolean isBegun() {
    return new Value.Flag(true).equals(values.get("begun"));
  }

  @Override
  public void setBegun() {
    put("begun", new Value.Flag(true));
  }

  @Override
  public synchronized boolean isNameAsked() {
    return new Value.Flag(true).equals(values.get("nameAsked"));
  }

  @Override
  public void setNameAsked() {
    put("nameAsked", new Value.Flag(true));
  }

  @Override
  public synchronized boolean isPaused() {
    return new Value.Flag(true).equals(values.get("recordingsPaused"));
  }

  @Override
  public void setPaused(boolean paused) {
    put("recordingsPaused", new Value.Flag(paused));
  }

  @Override
  public synchronized boolean isMetered() {
    return new Value.Flag(true).equals(values.get("networkCosts"));
  }

  @Override
  public void setMetered(boolean metered) {
    put("networkCosts", new Value.Flag(metered));
  }

  @Override
  public synchronized String microphone() {
    return text("microphone");
  }

  @Override
  public void setMicrophone(String name) {
    put("microphone", Value.text(name));
  }

  /** The keys the person chose: command to chord, an empty text for none. */
  public synchronized Map<String, String> keys() {
    return new FieldMap(values).pairs("keys");
  }

  public void setKeys(Map<String, String> keys) {
    TreeMap<String, Value> chosen = new TreeMap<>();
    keys.forEach((command, chord) -> chosen.put(command, Value.text(chord)));
    put("keys", new Value.Entries(chosen));
  }

  /** How the window stood; empty when it was never remembered, or cannot be read. */
  synchronized Optional<WindowState> window() {
    return Optional.ofNullable(values.get("window")).flatMap(WindowState::of);
  }

  void setWindow(WindowState window) {
    put("window", window.toValue());
  }

  /** The step of the walkthrough a person is at; empty before it began. */
  @Override
  public synchronized Optional<String> step() {
    return Optional.of(text("walkthrough")).filter(step -> !step.isEmpty());
  }

  @Override
  public void setStep(String step) {
    put("walkthrough", Value.text(step));
  }

  /** A value of a part of the program that keeps more than a word; nothing while there is none. */
  synchronized Value value(String name) {
    return values.getOrDefault(name, Value.NOTHING);
  }

  /** Keeps such a value. */
  void keep(String name, Value value) {
    put(name, value);
  }

  private String text(String name) {
    return new FieldMap(values).text(name);
  }

  private synchronized void put(String name, Value value) {
    values.put(name, value);
    try {
      AtomicFile.write(
          file, WireFormat.VALUE.encode(new Value.Entries(Map.copyOf(values)), Encoding.JSON));
    } catch (IOException e) {
      System.getLogger(ClientSettings.class.getName())
          .log(System.Logger.Level.WARNING, "settings.json cannot be written", e);
    }
  }
}
