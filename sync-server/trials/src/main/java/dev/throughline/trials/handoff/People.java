package dev.throughline.trials.handoff;

import dev.throughline.desktop.signin.Browser;
import dev.throughline.model.signing.Json;
import dev.throughline.trials.SignInBrowser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The people a provider knows: its file, as whoever runs the server may write it. */
final class People {
  private final String password = UUID.randomUUID().toString();

  /** Writes the file of a server that was never started. */
  void write(Path data) throws IOException {
    Path file = data.resolve("identity").resolve("people.json");
    Files.createDirectories(file.getParent());
    List<Json> all = Arrays.stream(Member.values()).map(this::written).toList();
    Files.write(file, new Json.Items(all).canonical());
  }

  private Json written(Member member) {
    return new Json.Members(
        new TreeMap<>(
            Map.of(
                "id", new Json.Text(UUID.randomUUID().toString()),
                "username", new Json.Text(member.username()),
                "name", new Json.Text(member.username().replace('-', ' ')),
                "groups", new Json.Items(List.of(new Json.Text(member.role()))),
                // Kept as it is, because hashing takes its time and this guards nothing.
                "passwordHash", new Json.Text("{noop}" + password))));
  }

  Browser browser(Member member) {
    return SignInBrowser.of(member.username(), password);
  }
}
