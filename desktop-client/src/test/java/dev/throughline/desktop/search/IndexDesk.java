package dev.throughline.desktop.search;

import dev.throughline.desktop.interview.FieldDesk;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.transcript.Segment;
import dev.throughline.model.transcript.Transcript;
import dev.throughline.model.value.Value;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A real profile with an index over it that is brought up to date by hand. */
public final class IndexDesk implements AutoCloseable {
  public static final SecretKey KEY = new SecretKeySpec(new byte[32], "AES");

  public final Path folder;
  public final FieldDesk field;
  public SearchIndex index;

  public IndexDesk(Path folder) {
    this.folder = folder.resolve("index");
    this.field = new FieldDesk(folder);
    this.index = open();
  }

  public SearchIndex open() {
    return open(folder);
  }

  SearchIndex open(Path at) {
    return SearchIndex.in(at, KEY, field.ledger.store(), field.clock, new SecureRandom());
  }

  /** Closes the index and opens it again, as the next start does. */
  void restart() {
    index.close();
    index = open();
    index.settle();
  }

  /** A transcript of an interview with these turns, "speaker: text" each. */
  public RecordId said(RecordId interview, String... turns) {
    RecordId transcript = field.ledger.newRecord();
    var drafts = new ArrayList<dev.throughline.desktop.store.Draft>();
    drafts.add(
        FieldDesk.set(
            transcript,
            Transcript.KIND.name(),
            Map.of(
                "interview", Value.text(interview.toString()),
                "title", Value.text("Transcript"),
                "segments", Value.whole(turns.length))));
    for (int i = 0; i < turns.length; i++) {
      String[] parts = turns[i].split(": ", 2);
      drafts.add(
          FieldDesk.set(
              field.ledger.newRecord(),
              Segment.KIND.name(),
              Map.of(
                  "transcript", Value.text(transcript.toString()),
                  "position", Value.whole((i + 1) * 1_024L),
                  "speaker", Value.text(parts[0]),
                  "startMillis", Value.whole(i * 4_000L),
                  "text", Value.text(parts[1]))));
    }
    field.save(drafts);
    return transcript;
  }

  Hits find(String typed) {
    index.settle();
    return index.find(FindQuery.typed(typed), Scope.EVERYTHING, 0, SearchIndex.PAGE_MAX);
  }

  /** The found pieces, their found words in brackets. */
  List<String> lines(String typed) {
    return find(typed).hits().stream().map(hit -> marked(hit.snippet())).toList();
  }

  static String marked(Snippet snippet) {
    StringBuilder line = new StringBuilder(snippet.text());
    for (Range range : snippet.found().reversed()) {
      line.insert(range.end(), ']').insert(range.begin(), '[');
    }
    return line.toString();
  }

  @Override
  public void close() {
    index.close();
    field.close();
  }
}
