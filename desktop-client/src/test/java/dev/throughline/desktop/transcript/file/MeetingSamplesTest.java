package dev.throughline.desktop.transcript.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** All meetings of the samples, compared with a second, much simpler way to find their turns. */
class MeetingSamplesTest {
  private static final Pattern TURN =
      Pattern.compile("\"speaker\": \"([^\"]*)\",\\s*\"content\": \"((?:[^\"\\\\]++|\\\\.)*+)\"");

  @Test
  void everyTurnOfEveryMeetingIsThereWordForWord() throws IOException {
    List<Path> meetings = FileSamples.files(FileSamples.folder("meetings"));
    assertThat(meetings).hasSize(40);
    for (Path meeting : meetings) {
      TranscriptFile.Read read =
          FileSamples.sound(TranscriptFiles.read(meeting, ReadProgress.NONE));
      assertThat(read.turns()).as("%s", meeting.getFileName()).isEqualTo(turns(meeting));
      assertThat(read.turns()).hasSizeGreaterThan(100);
      assertThat(read.format()).isEqualTo("JSON");
      assertThat(read.leftOut())
          .containsExactly(
              FileSamples.leftOut(
                  2,
                  Sentence.OTHER_MEMBER,
                  3,
                  "topic_list, general_query_list, specific_query_list"));
    }
  }

  private static List<Turn> turns(Path meeting) throws IOException {
    List<Turn> turns = new ArrayList<>();
    var matcher = TURN.matcher(Files.readString(meeting));
    while (matcher.find()) {
      String content = matcher.group(2).replace("\\\"", "\"").replace("\\\\", "\\");
      turns.add(FileSamples.untimed(matcher.group(1), content));
    }
    return turns;
  }
}
