package dev.throughline.desktop.failure;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One report word for word; it leaves this computer only by what the person does with it. */
public final class CrashReportView extends VBox {
  /** What can be done with the report besides reading and copying it. */
  public record Doors(Consumer<CrashReportView> saveAs, Runnable delete, Runnable close) {}

  private final Label said = Labels.small("");

  public CrashReportView(CrashReport report, Doors doors) {
    getStyleClass().addAll("tl-window", "failure");
    TextArea text = new TextArea(report.text());
    text.setEditable(false);
    text.getStyleClass().add("failure-text");
    text.setAccessibleText(Texts.text("failure.report.name", report.code()));
    VBox.setVgrow(text, Priority.ALWAYS);
    FlowPane buttons =
        new FlowPane(
            Buttons.standard(Texts.text("failure.copy"), Icon.COPY, () -> copy(report.text())),
            Buttons.standard(
                Texts.text("failure.saveAs"), Icon.EXPORT, () -> doors.saveAs().accept(this)),
            Buttons.standard(Texts.text("failure.delete"), Icon.DELETE, doors.delete()),
            Buttons.standard(Texts.text("failure.close"), doors.close()));
    buttons.getStyleClass().add("failure-buttons");
    getChildren()
        .addAll(
            Labels.wrapping(Labels.h1(Texts.text("failure.report.title"))),
            Labels.wrapping(Labels.muted(Texts.text("failure.report.line"))),
            text,
            said,
            buttons);
  }

  /** Says below the text what became of the last click. */
  public void say(String sentence) {
    said.setText(sentence);
  }

  private void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
    say(Texts.text("failure.copied"));
  }
}
