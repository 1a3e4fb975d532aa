package dev.throughline.desktop.recording;

import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.recording.Bookmark;
import dev.throughline.model.recording.MediaKey;
import dev.throughline.model.recording.Recording;
import dev.throughline.model.recording.RecordingState;
import dev.throughline.model.sync.Action;
import dev.throughline.model.value.PlainText;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads the records of recordings and says what a change to one would write. Not on the UI thread.
 */
public final class Recordings {
  private final Ledger ledger;
  private final LocalStore store;

  public Recordings(Ledger ledger) {
    this.ledger = ledger;
    this.store = ledger.store();
  }

  /**
   * A recording that is about to be made.
   *
   * @param secret under which its sound is sealed
   * @param drafts must be on disk before the first sound is
   */
  public record Fresh(RecordId id, byte[] secret, List<Draft> drafts) {
    public Fresh {
      drafts = List.copyOf(drafts);
    }
  }

  /**
   * What makes a recording of an interview. It is sealed under the interview's key, which is made
   * with the first one.
   *
   * @param secret for a new key, {@link MediaKey#SECRET_BYTES} random bytes
   * @param name of the file it comes from; empty for one that is made here
   */
  public Fresh fresh(
      RecordId interview, byte[] secret, PcmForm form, String name, long startedAtMillis) {
    RecordId id = ledger.newRecord();
    List<Draft> drafts = new ArrayList<>();
    Optional<MediaKey> known = key(interview);
    RecordId key = known.map(MediaKey::id).orElseGet(ledger::newRecord);
    if (known.isEmpty()) {
      drafts.add(new Draft.Set(key, MediaKey.KIND.name(), MediaKey.fields(interview, secret)));
    }
    Map<String, Value> fields = new TreeMap<>();
    fields.put(Recording.INTERVIEW, Value.text(interview.toString()));
    fields.put(Recording.KEY, Value.text(key.toString()));
    fields.put(Recording.STATE, Value.text(RecordingState.RECORDING.wireName()));
    store.device().ifPresent(device -> fields.put(Recording.DEVICE, Value.text(device.toString())));
    fields.put(Recording.NAME, Value.text(line(name, Recording.NAME_LENGTH_MAX)));
    fields.put(Recording.STARTED_AT, Value.whole(startedAtMillis));
    fields.put(Recording.RATE, Value.whole(form.rate()));
    fields.put(Recording.CHANNELS, Value.whole(form.channels()));
    drafts.add(new Draft.Set(id, Recording.KIND.name(), fields));
    return new Fresh(id, known.flatMap(MediaKey::bytes).orElse(secret), drafts);
  }

  /** What says that nothing more comes. */
  public static Draft ended(RecordId recording, RecordingState state, long millis) {
    return new Draft.Set(
        recording,
        Recording.KIND.name(),
        Map.of(
            Recording.STATE, Value.text(state.wireName()),
            Recording.MILLIS, Value.whole(Math.clamp(millis, 0, Recording.MILLIS_MAX))));
  }

  /** What says that there is nothing of it. */
  static Draft thrownAway(RecordId recording) {
    return new Draft.Move(recording, Recording.KIND.name(), Action.TRASH);
  }

  /** Those of this computer that are being made, as far as their records say. */
  List<Recording> unended() {
    Optional<String> device = store.device().map(Object::toString);
    return store.findAll(store.newestIds(Recording.KIND.name())).values().stream()
        .filter(view -> !view.trashed())
        .map(view -> Recording.from(view.id(), view.fields()))
        .filter(one -> !one.state().isEnded() && device.equals(Optional.of(one.device())))
        .toList();
  }

  /** What marks a place. */
  public Draft bookmark(RecordId recording, long atMillis, String label) {
    return new Draft.Set(
        ledger.newRecord(),
        Bookmark.KIND.name(),
        Map.of(
            Bookmark.RECORDING, Value.text(recording.toString()),
            Bookmark.AT, Value.whole(Math.clamp(atMillis, 0, Recording.MILLIS_MAX)),
            Bookmark.LABEL, Value.text(line(label, Bookmark.LABEL_LENGTH_MAX))));
  }

  /** The key of an interview that can be used; the oldest if there are several. */
  public Optional<MediaKey> key(RecordId interview) {
    return store.children(MediaKey.KIND.name(), interview).stream()
        .filter(view -> !view.trashed())
        .map(view -> MediaKey.from(view.id(), view.fields()))
        .filter(key -> key.bytes().isPresent())
        .min(Comparator.comparing(MediaKey::id));
  }

  /** The secret a recording is sealed under; empty where it was erased or may not be read. */
  public Optional<byte[]> secret(Recording recording) {
    return recording
        .key()
        .flatMap(store::find)
        .filter(view -> view.kind().equals(MediaKey.KIND.name()))
        .flatMap(view -> MediaKey.from(view.id(), view.fields()).bytes());
  }

  public Optional<Recording> find(RecordId id) {
    return store
        .find(id)
        .filter(view -> is(view.kind(), Recording.KIND) && !view.trashed())
        .map(view -> Recording.from(view.id(), view.fields()));
  }

  /** Those of an interview, the oldest first. */
  public List<Recording> of(RecordId interview) {
    return store.children(Recording.KIND.name(), interview).stream()
        .filter(view -> !view.trashed())
        .map(view -> Recording.from(view.id(), view.fields()))
        .sorted(Comparator.comparingLong(Recording::startedAt).thenComparing(Recording::id))
        .toList();
  }

  /** The bookmarks of a recording, in their order. */
  public List<Bookmark> bookmarks(RecordId recording) {
    return store.children(Bookmark.KIND.name(), recording).stream()
        .filter(view -> !view.trashed())
        .map(view -> Bookmark.from(view.id(), view.fields()))
        .sorted(Comparator.comparingLong(Bookmark::atMillis).thenComparing(Bookmark::id))
        .toList();
  }

  private static boolean is(String name, Kind kind) {
    return name.equals(kind.name());
  }

  private static String line(String text, int lengthMax) {
    String clean = PlainText.clean(text).strip();
    return clean.length() <= lengthMax ? clean : clean.substring(0, lengthMax);
  }
}
