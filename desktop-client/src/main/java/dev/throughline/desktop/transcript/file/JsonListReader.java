package dev.throughline.desktop.transcript.file;

import dev.throughline.desktop.transcript.file.Reading.Spoken;
import java.io.StringReader;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a JSON list of {@code {speaker, content}}, at the top or as the member {@code
 * meeting_transcripts} of an object. JSON that breaks anywhere is refused as a whole: a list that
 * was cut off looks complete. An item that is no turn is left out and noted with its place in the
 * list, because such files often have one line only. A number may be a speaker or the content.
 */
final class JsonListReader {
  private static final String LIST = "meeting_transcripts";
  private static final String SPEAKER = "speaker";
  private static final String CONTENT = "content";
  private static final int NESTING_DEPTH_MAX = 100;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(NESTING_DEPTH_MAX)
                  .maxStringLength(TranscriptLimits.FILE_BYTES_MAX)
                  .maxNumberLength(1_000)
                  .maxNameLength(10_000)
                  .build())
          .build();

  private final String text;
  private final Reading reading;
  private int items;

  JsonListReader(String text, Reading reading) {
    this.text = text;
    this.reading = reading;
  }

  void read() {
    try (JsonParser json =
        FACTORY.createParser(ObjectReadContext.empty(), new StringReader(text))) {
      readOrThrow(json);
    }
  }

  private void readOrThrow(JsonParser json) {
    try {
      root(json);
      if (reading.isOpen() && json.nextToken() != null) {
        refuseBroken(json);
      }
    } catch (StreamConstraintsException _) {
      int line = json.currentLocation().getLineNr();
      reading.refuse(Refusal.of(line, Sentence.JSON_LIMIT, line));
    } catch (JacksonException _) {
      refuseBroken(json);
    }
  }

  private void refuseBroken(JsonParser json) {
    int line = json.currentLocation().getLineNr();
    int column = json.currentLocation().getColumnNr();
    reading.refuse(Refusal.of(line, Sentence.JSON_BROKEN, line, column));
  }

  private void root(JsonParser json) {
    JsonToken first = json.nextToken();
    boolean hasList = first == JsonToken.START_ARRAY;
    if (hasList) {
      list(json);
    } else if (first == JsonToken.START_OBJECT) {
      hasList = members(json);
    }
    if (!hasList) {
      reading.refuse(Refusal.of(1, Sentence.JSON_SHAPE, 1));
    }
  }

  /** Whether the list was among them. A second list of the same name is left out like any other. */
  private boolean members(JsonParser json) {
    boolean hasList = false;
    while (reading.isOpen() && json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      int line = line(json);
      boolean isArray = json.nextToken() == JsonToken.START_ARRAY;
      if (name.equals(LIST) && isArray && !hasList) {
        hasList = true;
        list(json);
      } else {
        reading.notes().tally(line, Sentence.OTHER_MEMBER, name);
        json.skipChildren();
      }
    }
    return hasList || !reading.isOpen();
  }

  private void list(JsonParser json) {
    while (reading.isOpen() && json.nextToken() != JsonToken.END_ARRAY) {
      items++;
      if (json.currentToken() == JsonToken.START_OBJECT) {
        item(json);
      } else {
        reading.notes().add(line(json), Sentence.ITEM_SHAPE, items);
        json.skipChildren();
      }
    }
  }

  private void item(JsonParser json) {
    int line = line(json);
    String speaker = null;
    String content = null;
    boolean isRepeated = false;
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      json.nextToken();
      if (name.equals(SPEAKER)) {
        isRepeated |= speaker != null;
        speaker = words(json);
      } else if (name.equals(CONTENT)) {
        isRepeated |= content != null;
        content = words(json);
      } else {
        reading.notes().tally(line(json), Sentence.OTHER_MEMBER, name);
        json.skipChildren();
      }
    }
    item(line, isRepeated, speaker == null ? "" : speaker, content);
  }

  private void item(int line, boolean isRepeated, String speaker, @Nullable String content) {
    if (isRepeated) {
      reading.notes().add(line, Sentence.ITEM_REPEATED_NAME, items);
    } else if (content == null) {
      reading.notes().add(line, Sentence.ITEM_SHAPE, items);
    } else if (content.isBlank()) {
      reading.notes().add(line, Sentence.ITEM_WITHOUT_WORDS, items);
    } else {
      reading.add(new Spoken(line, speaker, OptionalLong.empty(), OptionalLong.empty(), content));
    }
  }

  /** A text or a number; empty for null; nothing for a list, an object, true and false. */
  private @Nullable String words(JsonParser json) {
    JsonToken token = json.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return "";
    }
    if (token == JsonToken.VALUE_STRING
        || token == JsonToken.VALUE_NUMBER_INT
        || token == JsonToken.VALUE_NUMBER_FLOAT) {
      return json.getString();
    }
    reading.notes().tally(line(json), Sentence.OTHER_MEMBER, json.currentName());
    json.skipChildren();
    return null;
  }

  private static int line(JsonParser json) {
    return json.currentTokenLocation().getLineNr();
  }
}
