package dev.throughline.desktop.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.account.KeyVaults;
import dev.throughline.desktop.account.Profile;
import dev.throughline.desktop.account.ProfileKey;
import dev.throughline.desktop.journal.JournalEntry.Recorded;
import dev.throughline.desktop.journal.JournalEntry.Started;
import dev.throughline.desktop.platform.SystemDisk;
import dev.throughline.desktop.platform.UserError;
import dev.throughline.model.id.GroupId;
import dev.throughline.model.id.OpId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.Action;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Hlc;
import dev.throughline.model.sync.Op;
import dev.throughline.model.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A journal in a folder of its own, and a key for it. */
abstract class JournalFixture {
  static final String SECRET = "she hides the invoice from him";
  static final WorkspaceId HOME = new WorkspaceId(new UUID(7, 1));

  @TempDir Path folder;
  ProfileKey key;

  @BeforeEach
  void makeKey() {
    key = newKey("anna");
  }

  void expect(String story, byte[] content, List<JournalEntry> entries) throws Exception {
    Files.write(segment(1), content);
    try (Journal journal = open()) {
      assertThat(read(journal)).as(story).isEqualTo(entries);
    }
  }

  List<JournalPosition> journalOfFive() throws JournalException {
    try (Journal journal = open()) {
      return appendStarts(journal, 5);
    }
  }

  /** The first segment without most of the space allocated ahead, so that tests stay quick. */
  byte[] trimmed(JournalPosition end) throws IOException {
    return Arrays.copyOf(Files.readAllBytes(segment(1)), (int) end.offset() + 200);
  }

  static List<JournalPosition> appendStarts(Journal journal, int count) throws JournalException {
    List<JournalPosition> ends = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      ends.add(journal.append(new Started(i)));
    }
    return ends;
  }

  static List<JournalEntry> starts(int from, int to) {
    return LongStream.rangeClosed(from, to).<JournalEntry>mapToObj(Started::new).toList();
  }

  static JournalEntry recorded(long opNo, String notes) {
    return new Recorded(HOME, List.of(op(opNo, notes)));
  }

  static Op op(long opNo, String notes) {
    return new Op(
        new OpId(new UUID(1, opNo)),
        opNo,
        new GroupId(new UUID(2, opNo)),
        new Hlc(1_000 + opNo, 0),
        new RecordId(new UUID(3, 1)),
        "memo",
        Action.EDIT,
        0,
        new TreeMap<>(Map.of("notes", FieldChange.put(Value.text(notes)))));
  }

  static List<JournalEntry> read(Journal journal) throws JournalException {
    return read(journal, JournalPosition.START);
  }

  static List<JournalEntry> read(Journal journal, JournalPosition after) throws JournalException {
    List<JournalEntry> entries = new ArrayList<>();
    journal.read(after, (entry, _) -> entries.add(entry));
    return entries;
  }

  Journal open() throws JournalException {
    return Journal.open(new SystemDisk(), folder.resolve("journal"), key, new SecureRandom());
  }

  Journal openSmall() throws JournalException {
    return Journal.open(new SystemDisk(), folder.resolve("journal"), key, new SecureRandom(), 200);
  }

  Path segment(long number) {
    return Segment.file(folder.resolve("journal"), number);
  }

  ProfileKey newKey(String name) {
    try {
      return switch (Profile.open(
          folder.resolve(name),
          KeyVaults.ofFiles(folder.resolve(name + "-keys")),
          UUID::randomUUID,
          new SecureRandom())) {
        case Profile.Opened(Profile profile) -> {
          profile.close();
          yield profile.key();
        }
        case Profile.NeedsRecoveryCode _ -> throw new AssertionError("the key should be here");
      };
    } catch (UserError e) {
      throw new AssertionError(e.shown(), e);
    }
  }
}
