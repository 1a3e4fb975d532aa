package dev.throughline.desktop.home;

import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Chip;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.TimeWords;
import java.util.regex.Pattern;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** One interview of today on one line: when, who, what, where, what it lacks, and the way in. */
final class TodayRow extends HBox {
  private static final Pattern REMOTE =
      Pattern.compile("\\b(video|call|phone|online|remote)\\b", Pattern.CASE_INSENSITIVE);

  TodayRow(InterviewRow row, HomeViewModel model, ObservableValue<Boolean> hasDetail) {
    getStyleClass().add("home-today");
    boolean isTimed = model.today().stream().anyMatch(r -> r.interview().time().isPresent());
    if (isTimed) {
      Label time = Labels.mono(row.interview().time().map(TimeWords::shown).orElse(""));
      time.getStyleClass().add("time");
      time.setMinWidth(Region.USE_PREF_SIZE);
      getChildren().add(time);
    }
    Label who = Labels.h3(row.participant());
    who.getStyleClass().add("who");
    who.setMinWidth(Region.USE_PREF_SIZE);
    Label title = Labels.wrapping(Labels.body(HomeWords.title(row)));
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    Label detail = detail(row);
    ShownView.during(detail, hasDetail);
    getChildren().addAll(who, title, detail);
    Label consent = consent(row);
    ShownView.during(
        consent, HomeViewModel.canStart(row) ? new SimpleBooleanProperty(true) : hasDetail);
    getChildren().addAll(consent, button(row, model));
  }

  /** Whether one may ask what is planned to be asked; nothing once it was held. */
  private static Label consent(InterviewRow row) {
    Label consent;
    if (!HomeViewModel.canStart(row)) {
      consent = Labels.small("");
    } else if (row.hasConsent()) {
      consent = Labels.small(Texts.text("home.today.consent"));
      consent.setGraphic(Icon.VERIFIED.line());
    } else {
      consent = Labels.state(Chip.State.STALE, Icon.WARNING, Texts.text("home.today.noConsent"));
    }
    consent.getStyleClass().add("consent-state");
    consent.setMinWidth(Region.USE_PREF_SIZE);
    return consent;
  }

  /** Where it will be, or what there is of it once it was held. */
  private static Label detail(InterviewRow row) {
    String contents = HomeWords.contents(row);
    String place = row.interview().place();
    Label detail = Labels.small(contents.isEmpty() ? place : contents);
    detail.getStyleClass().add("detail");
    if (contents.isEmpty() && !place.isBlank()) {
      Icon icon = REMOTE.matcher(place).find() ? Icon.COMPUTER : Icon.FIELD_VISIT;
      detail.setGraphic(icon.line());
    }
    return detail;
  }

  /** The next session is started; the others of today are prepared, or opened once held. */
  private static Button button(InterviewRow row, HomeViewModel model) {
    Button button;
    if (model.isNext(row)) {
      button = Buttons.primary(Texts.text("home.start"), Icon.SESSION, () -> model.start(row));
    } else {
      String name = HomeViewModel.canStart(row) ? "home.prepare" : "home.open";
      button = Buttons.standard(Texts.text(name), () -> model.open(row));
    }
    button.setAccessibleText(
        button.getText() + ": " + row.participant() + " " + HomeWords.title(row));
    return Buttons.small(button);
  }
}
