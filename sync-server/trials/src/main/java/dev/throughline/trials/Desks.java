package dev.throughline.trials;

import dev.throughline.desktop.account.KeyVaults;
import dev.throughline.desktop.account.Profile;
import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.journal.JournalException;
import dev.throughline.desktop.platform.UserError;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.sync.HttpSyncTransport;
import dev.throughline.desktop.sync.SyncRound;
import dev.throughline.model.id.RecordId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** Profiles in folders, opened as the desktop opens them; keys lie beside, never in a keychain. */
public final class Desks {
  private Desks() {}

  public static ClientWiring open(Path profile) {
    try {
      return switch (ClientWiring.openProfile(profile, KeyVaults.ofFiles(keys(profile)))) {
        case Profile.Opened(Profile opened) -> ClientWiring.of(opened);
        case Profile.NeedsRecoveryCode _ -> throw new IllegalStateException("the key is gone");
      };
    } catch (UserError e) {
      throw new IllegalStateException(e.shown(), e);
    }
  }

  static Path keys(Path profile) {
    return profile.resolveSibling(profile.getFileName() + "-keys");
  }

  /** One complete round of sync. */
  public static SyncRound.Result sync(ClientWiring desk, URI server, String name) {
    try (HttpSyncTransport transport = new HttpSyncTransport(server)) {
      return SyncRound.complete(desk.ledger(), transport, name, desk.clock());
    } catch (JournalException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every record of the profile's workspace with all its fields, but without local bookkeeping. */
  static Map<RecordId, String> records(ClientWiring desk) {
    Map<RecordId, String> records = new TreeMap<>();
    LocalStore store = desk.ledger().store();
    List<RecordView> page = store.all(store.home(), new UUID(0, 0));
    while (!page.isEmpty()) {
      page.forEach(view -> records.put(view.id(), view.kind() + view.trashed() + view.fields()));
      page = store.all(store.home(), page.getLast().id().value());
    }
    return records;
  }

  /** Removes the local store, which must be rebuildable from journal and server. */
  static void deleteStore(Path profile) throws IOException {
    deleteTree(LocalStore.file(profile).resolveSibling("."));
  }

  static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder.normalize())) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
