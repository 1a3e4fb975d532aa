package dev.throughline.desktop.exchange.open;

import dev.throughline.desktop.blob.SoundFile;
import dev.throughline.desktop.blob.SoundFiles;
import dev.throughline.desktop.consent.Leaving;
import dev.throughline.desktop.consent.Rulings;
import dev.throughline.desktop.exchange.HomeRecords;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.model.recording.Recording;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The sound of a profile, for exports and imports. Not on the UI thread. */
public record Media(SoundFiles files, Rulings rulings) {
  /** The folder of an export that sound lies in. */
  static final String FOLDER = "media/";

  /** Says which file is the sound of which recording, and which have none. */
  static final String INDEX = FOLDER + "index.json";

  /**
   * What an export would hold of sound.
   *
   * @param here recordings whose sound is on this computer
   * @param bytes that their files take
   * @param elsewhere recordings whose sound is not
   * @param missingBytes that would have to come first, about
   */
  public record Plan(int here, long bytes, int elsewhere, long missingBytes) {
    /** Whether there is nothing to say. */
    public boolean isEmpty() {
      return here + elsewhere == 0;
    }
  }

  /** What an export would hold of sound that may leave. */
  public Plan plan(LocalStore store, Leaving leaving) throws IOException {
    int here = 0;
    long bytes = 0;
    int elsewhere = 0;
    long missing = 0;
    for (Recording recording : leaving(store, leaving)) {
      switch (files.of(recording)) {
        case SoundFile.Here its -> {
          here++;
          bytes += its.bytes();
        }
        case SoundFile.Elsewhere its -> {
          elsewhere++;
          missing += its.bytes();
        }
        case SoundFile.Unready _ -> elsewhere++;
      }
    }
    return new Plan(here, bytes, elsewhere, missing);
  }

  /** The recordings that may leave, in the order of their ids. */
  static List<Recording> leaving(LocalStore store, Leaving leaving) {
    List<Recording> all = new ArrayList<>();
    new HomeRecords(store)
        .each(
            Recording.KIND,
            view -> {
              if (leaving.of(view).isPresent()) {
                all.add(Recording.from(view.id(), view.fields()));
              }
            });
    return all;
  }
}
