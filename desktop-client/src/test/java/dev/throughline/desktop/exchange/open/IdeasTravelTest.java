package dev.throughline.desktop.exchange.open;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.store.Draft;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Evidence;
import dev.throughline.model.idea.Idea;
import dev.throughline.model.idea.Stance;
import dev.throughline.model.score.Formula;
import dev.throughline.model.score.Score;
import dev.throughline.model.value.Money;
import dev.throughline.model.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Ideas leave with everything else, and as a table to be read. */
class IdeasTravelTest extends OpenFixture {
  private RecordId idea() throws IOException {
    RecordId idea = anna.ledger().newRecord();
    Desk.save(
        anna,
        new Draft.Set(
            idea,
            Idea.KIND.name(),
            Map.of(
                Idea.TITLE, Value.text("=1+1, \"quoted\""),
                Idea.STATUS, Value.text("mvp"),
                Idea.TARGET_VALUE, Value.text("12.50"),
                Idea.BUDGET, new Money(1_250_000, "EUR").toValue())));
    Evidence link = Evidence.of(idea, anna.ledger().newRecord(), "interview", 3, Stance.AGAINST);
    Desk.save(anna, new Draft.Set(link.id(), Evidence.KIND.name(), link.toFields()));
    RecordId id = anna.ledger().newRecord();
    Score score =
        new Score(
            id,
            Optional.of(idea),
            "RICE",
            Formula.RICE,
            new TreeMap<>(Map.of("reach", "1", "impact", "1", "confidence", "50", "effort", "1")),
            Optional.empty(),
            1);
    Desk.save(anna, new Draft.Set(id, Score.KIND.name(), score.toFields()));
    return idea;
  }

  @Test
  void theTableSaysWhatTheBoardSays() throws IOException {
    RecordId idea = idea();
    List<String> lines = Files.readAllLines(export(anna, "first").resolve("csv/ideas.csv"));
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst()).startsWith("\uFEFFid,title,status,");
    assertThat(lines.getLast())
        .startsWith(idea + ",\"'=1+1, \"\"quoted\"\"\",mvp,,,0.5,0,1,0,0,,12.50,12500.00,EUR,");
  }

  @Test
  void bothExportsAreEqualByteForByte() throws IOException {
    fill();
    idea();
    Path first = export(anna, "first");
    assertThat(read(ben, first)).isInstanceOf(OpenImport.Imported.class);
    assertThat(contents(export(ben, "second"))).isEqualTo(contents(first));
  }

  @Test
  void whatIsWrittenIntoTheTableIsNamedAndNotTakenIn() throws IOException {
    RecordId idea = idea();
    Path export = export(anna, "first");
    Path table = export.resolve("csv/ideas.csv");
    Files.writeString(table, Files.readString(table).replace("mvp", "retired"));
    OpenImport.Result read = read(ben, export);
    assertThat(read)
        .isInstanceOfSatisfying(
            OpenImport.Imported.class, done -> assertThat(done.toString()).contains("ideas.csv"));
    assertThat(ben.ledger().store().find(idea).orElseThrow().fields())
        .containsEntry(Idea.STATUS, Value.text("mvp"));
  }
}
