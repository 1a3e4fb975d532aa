package dev.throughline.desktop.home;

import dev.throughline.desktop.inbox.NeedsYou;
import dev.throughline.desktop.interview.ResumePoint;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.store.StoreDamaged;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.transcript.Segment;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What Home knows beside the list of interviews, read in the background. UI thread only. */
final class HomeAside {
  /** Rows under "Waiting for you"; the Sync place shows the rest. */
  static final int WAITING_MAX = 3;

  static final int RESUME_MAX = 5;
  static final int NEWS_MAX = 7;

  private final HomeParts parts;
  private final ReadOnlyObjectWrapper<NeedsYou> waiting =
      new ReadOnlyObjectWrapper<>(this, "waiting", NeedsYou.NOTHING);
  private final ReadOnlyObjectWrapper<Optional<LastVisit>> since =
      new ReadOnlyObjectWrapper<>(this, "since", Optional.empty());
  private final ObservableList<ResumeLine> resume = FXCollections.observableArrayList();
  private final ObservableList<NewsLine> news = FXCollections.observableArrayList();
  private boolean isReading;
  private boolean isAskedAgain;

  HomeAside(HomeParts parts) {
    this.parts = parts;
    parts.store().onChange(_ -> parts.ui().run(this::refresh));
    refresh();
  }

  ReadOnlyObjectProperty<NeedsYou> waitingProperty() {
    return waiting.getReadOnlyProperty();
  }

  /** Since when the news is told. */
  ReadOnlyObjectProperty<Optional<LastVisit>> sinceProperty() {
    return since.getReadOnlyProperty();
  }

  ObservableList<ResumeLine> resume() {
    return resume;
  }

  /** Everything there is to tell, latest first; the page shows {@link #NEWS_MAX} of it. */
  ObservableList<NewsLine> news() {
    return news;
  }

  private record Read(
      NeedsYou waiting, Optional<LastVisit> since, List<ResumeLine> resume, List<NewsLine> news) {}

  /** Reads anew; a burst of changes is read once more at its end. */
  void refresh() {
    if (isReading) {
      isAskedAgain = true;
      return;
    }
    isReading = true;
    parts
        .background()
        .run(
            () -> {
              Optional<Read> read = read();
              parts.ui().run(() -> take(read));
            });
  }

  private Optional<Read> read() {
    try {
      LocalStore store = parts.store();
      Optional<LastVisit> visit = parts.lastVisit().get();
      return Optional.of(
          new Read(
              NeedsYou.read(store, parts.mentions(), parts.signing(), WAITING_MAX),
              visit,
              parts.resume().latest().stream().flatMap(point -> line(point).stream()).toList(),
              visit.map(last -> new News(store).after(last.seq())).orElse(List.of())));
    } catch (StoreDamaged e) {
      System.getLogger(HomeAside.class.getName())
          .log(System.Logger.Level.WARNING, "Home cannot be read", e);
      return Optional.empty();
    }
  }

  private void take(Optional<Read> read) {
    isReading = false;
    read.ifPresent(
        now -> {
          waiting.set(now.waiting());
          since.set(now.since());
          HomeViewModel.replace(resume, now.resume().stream().limit(RESUME_MAX).toList());
          HomeViewModel.replace(news, now.news());
        });
    if (isAskedAgain) {
      isAskedAgain = false;
      refresh();
    }
  }

  /** Empty when the interview is gone. */
  private Optional<ResumeLine> line(ResumePoint point) {
    return parts
        .store()
        .find(point.interview())
        .filter(view -> !view.trashed())
        .map(view -> line(point, Interview.from(view.id(), view.fields())));
  }

  private ResumeLine line(ResumePoint point, Interview interview) {
    String title =
        interview.title().isBlank()
            ? interview
                .participant()
                .flatMap(this::pseudonym)
                .map(who -> Texts.text("interviews.with", who))
                .orElseGet(() -> Texts.text("interviews.untitled"))
            : interview.title();
    String place =
        point
            .turn()
            .flatMap(parts.store()::find)
            .map(view -> Segment.from(view.id(), view.fields()))
            .map(HomeAside::turn)
            .orElseGet(
                () ->
                    point
                        .line()
                        .map(line -> Texts.text("home.resume.notes", line))
                        .orElseGet(() -> Texts.text("home.resume.session")));
    return new ResumeLine(point, title, place);
  }

  private Optional<String> pseudonym(RecordId who) {
    return parts
        .store()
        .find(who)
        .map((RecordView view) -> new FieldMap(view.fields()).text("pseudonym"))
        .filter(name -> !name.isBlank());
  }

  private static String turn(Segment turn) {
    return turn.startMillis()
        .map(millis -> Texts.text("home.resume.transcript.at", stamp(millis)))
        .orElseGet(() -> Texts.text("home.resume.transcript"));
  }

  private static String stamp(long millis) {
    Duration at = Duration.ofMillis(millis);
    return String.format(
        Locale.ROOT, "%02d:%02d:%02d", at.toHours(), at.toMinutesPart(), at.toSecondsPart());
  }
}
