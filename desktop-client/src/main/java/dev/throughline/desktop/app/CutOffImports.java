package dev.throughline.desktop.app;

import dev.throughline.desktop.exchange.ImportMark;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.transcript.ImportResult;
import dev.throughline.desktop.transcript.Transcripts;
import dev.throughline.desktop.transcript.file.ReadProgress;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.id.RecordId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Says which imports were cut off, and lets people finish them or give them up. */
final class CutOffImports {
  /** More than these at once tell nobody anything; the next start tells of the rest. */
  private static final int TOLD_MAX = 5;

  private final Transcripts transcripts;
  private final Consumer<List<Path>> importFiles;
  private final Consumer<Toast> toasts;
  private final Background background;
  private final UiThread ui;
  private final Clock clock;

  CutOffImports(
      Transcripts transcripts,
      Consumer<List<Path>> importFiles,
      Consumer<Toast> toasts,
      Background background,
      UiThread ui,
      Clock clock) {
    this.transcripts = transcripts;
    this.importFiles = importFiles;
    this.toasts = toasts;
    this.background = background;
    this.ui = ui;
    this.clock = clock;
  }

  /** What a script prints of an import that was cut off. */
  static String sentence(ImportMark mark) {
    return title(mark) + ". " + Texts.text(key(mark) + ".script");
  }

  void tell(List<ImportMark> marks) {
    marks.stream().limit(TOLD_MAX).map(this::card).forEach(toasts);
  }

  private Toast card(ImportMark mark) {
    return Toast.failed(
        title(mark),
        Texts.text(key(mark)),
        new Toast.Action(Texts.text("library.cutOff.again"), () -> again(mark)),
        new Toast.Action(Texts.text(key(mark) + ".end"), () -> giveUp(mark)));
  }

  private static String title(ImportMark mark) {
    return Texts.text("library.cutOff.title", mark.name());
  }

  private static String key(ImportMark mark) {
    return mark.turns() > 0 ? "library.cutOff.turns" : "library.cutOff.rows";
  }

  private void again(ImportMark mark) {
    Path file = Path.of(mark.file());
    if (mark.into().isEmpty()) {
      importFiles.accept(List.of(file));
      return;
    }
    RecordId interview = mark.into().get();
    background.loop(
        "import",
        () -> {
          ImportResult result =
              transcripts.importFile(
                  file, Optional.of(interview), LocalDate.now(clock), ReadProgress.NONE);
          ui.run(() -> toasts.accept(toast(mark, result)));
        });
  }

  private static Toast toast(ImportMark mark, ImportResult result) {
    String failed = Texts.text("library.cutOff.failed", mark.name());
    return switch (result) {
      case ImportResult.Imported imported ->
          Toast.done(
              Texts.text("library.cutOff.done", mark.name()),
              Texts.count("library.import.turns", imported.turns()));
      case ImportResult.Refused(int _, String code, String sentence) ->
          Toast.failed(failed, Texts.text("library.withCode", sentence, code));
      case ImportResult.NotSaved(String code, String sentence) ->
          Toast.failed(failed, Texts.text("library.withCode", sentence, code));
      case ImportResult.Cancelled() -> Toast.failed(failed, Texts.text("library.import.cancelled"));
    };
  }

  private void giveUp(ImportMark mark) {
    background.run(
        () -> {
          boolean isGone = transcripts.giveUp(mark);
          String key = isGone ? "library.cutOff.gone" : "library.cutOff.kept";
          Toast said =
              isGone
                  ? Toast.done(Texts.text(key, mark.name()), "")
                  : Toast.failed(Texts.text(key, mark.name()), Texts.text(key + ".detail"));
          ui.run(() -> toasts.accept(said));
        });
  }
}
