package dev.throughline.desktop.sample;

import dev.throughline.desktop.transcript.file.ReadProgress;
import dev.throughline.desktop.transcript.file.TranscriptFile;
import dev.throughline.desktop.transcript.file.TranscriptFiles;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.WireFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * The sample as its files tell it: {@code study.json}, and for each interview a transcript and a
 * page of notes. A file that is missing or wrong is a mistake of ours and stops the call.
 */
record SampleStudy(
    String title, String question, String guide, List<Talk> talks, SampleIdeas ideas) {
  /** One interview with everything that belongs to it. */
  record Talk(
      String participant,
      SortedMap<String, String> attributes,
      String title,
      String date,
      String time,
      String place,
      String notes,
      String source,
      TranscriptFile.Read transcript,
      SampleAround around) {}

  static SampleStudy read() {
    FieldMap study = map(WireFormat.VALUE.decode(bytes("study.json"), Encoding.JSON));
    String guide =
        list(study, "guide").stream()
            .map(line -> line instanceof Value.Text(String text) ? text : "")
            .collect(Collectors.joining("\n"));
    return new SampleStudy(
        study.text("title"),
        study.text("question"),
        guide,
        list(study, "interviews").stream().map(value -> talk(map(value))).toList(),
        SampleIdeas.of(study));
  }

  private static Talk talk(FieldMap talk) {
    String notes = talk.text("files") + ".md";
    String source = talk.text("files") + ".vtt";
    return new Talk(
        talk.text("participant"),
        talk.pairs("attributes"),
        talk.text("title"),
        talk.text("date"),
        talk.text("time"),
        talk.text("place"),
        new String(bytes(notes), StandardCharsets.UTF_8).strip(),
        source,
        transcript(source),
        SampleAround.of(talk));
  }

  private static TranscriptFile.Read transcript(String name) {
    byte[] bytes = bytes(name);
    TranscriptFile file =
        TranscriptFiles.read(
            name, new ByteArrayInputStream(bytes), bytes.length, ReadProgress.NONE);
    if (file instanceof TranscriptFile.Read read && read.leftOut().isEmpty()) {
      return read;
    }
    throw new IllegalStateException("the sample file " + name + " is not sound");
  }

  static FieldMap map(Value value) {
    if (value instanceof Value.Entries(var members)) {
      return new FieldMap(members);
    }
    throw new IllegalStateException("study.json must hold objects here");
  }

  static List<Value> list(FieldMap map, String name) {
    if (map.values().get(name) instanceof Value.Items(var items)) {
      return items;
    }
    throw new IllegalStateException("study.json lacks the list " + name);
  }

  private static byte[] bytes(String name) {
    try (InputStream in = SampleStudy.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the sample file " + name + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
