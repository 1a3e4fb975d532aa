package dev.throughline.desktop.interview;

import static dev.throughline.desktop.interview.FieldDesk.TODAY;

import dev.throughline.model.id.RecordId;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** A few weeks of a made-up study, for pictures and smoke tests. */
public final class FieldSamples {
  private static final List<String> TITLES =
      List.of(
          "The price letter",
          "Two bills, one home",
          "Test of the saving screen",
          "Winter diary, week 2",
          "Screener call",
          "Rent with bills included",
          "Switched four times",
          "First switch attempt",
          "Shop top-ups");

  private FieldSamples() {}

  /** When the study begins; the clock of a profile never goes back behind what it saved. */
  private static final String BEGIN = "2026-10-01T09:00:00Z";

  /** Two interviews today, one yesterday with a transcript only, older ones with gaps. */
  public static void fill(FieldDesk desk) {
    desk.clock.set(BEGIN);
    RecordId tariff = desk.study("Tariff switching");
    RecordId moving = desk.study("Moving house");
    for (int i = 24; i > 0; i--) {
      LocalDate day = TODAY.minusDays(i + i / 2);
      desk.clock.set(day + "T1%s:20:00Z".formatted(i % 8));
      FieldDesk.Talk talk =
          desk.talk(TITLES.get(i % TITLES.size()), day).in(i % 5 == 0 ? moving : tariff);
      if (i % 8 != 3) {
        talk.with(String.format(Locale.ROOT, "P-%02d", 31 - i));
        if (i % 7 != 2) {
          talk.consented();
        }
      }
      if (i % 6 != 4) {
        talk.debriefed();
      }
      if (i % 4 != 1) {
        talk.turns(40 + 37L * i % 400);
      }
      talk.notes(i % 3 == 0 ? "" : "She adds the saving up on paper.")
          .at(i % 2 == 0 ? "Leeds" : "Video call")
          .save();
    }
    desk.clock.set("2026-11-23T16:05:00Z");
    desk.talk("Moving house, new meter", TODAY.minusDays(1))
        .in(moving)
        .with("P-31")
        .turns(214)
        .save();
    desk.clock.set("2026-11-24T08:40:00Z");
    desk.talk("First look at the saving screen", TODAY)
        .in(tariff)
        .with("P-32")
        .consented()
        .starting("10:00")
        .at("Field visit")
        .planned()
        .notes("")
        .save();
    desk.clock.set("2026-11-24T09:12:00Z");
    desk.talk("Switching with a prepaid meter", TODAY)
        .in(tariff)
        .with("P-33")
        .starting("13:30")
        .at("Video call")
        .planned()
        .notes("")
        .save();
    desk.clock.set("2026-11-24T09:31:00Z");
  }
}
