package dev.throughline.desktop.inbox;

import dev.throughline.desktop.approval.SignCase;
import dev.throughline.desktop.approval.SignWords;
import dev.throughline.desktop.outbox.HeldWords;
import dev.throughline.desktop.store.HeldBack;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import java.util.List;
import java.util.Optional;

/** One thing that needs a person, or needed one. */
sealed interface InboxItem {
  /** Stays the same from one look to the next. */
  String key();

  Icon icon();

  String title();

  String line();

  long atMillis();

  /**
   * A record in which people changed the same fields.
   *
   * @param name the record as people know it
   * @param kind what it is, with a capital
   */
  record Conflicted(Optional<RecordId> record, String name, String kind, List<Contested> fields)
      implements InboxItem {
    public Conflicted {
      fields = List.copyOf(fields);
    }

    @Override
    public String key() {
      return "conflict " + record.map(Object::toString).orElseGet(() -> "" + first().id());
    }

    private Contested first() {
      return fields.getFirst();
    }

    @Override
    public Icon icon() {
      return Icon.MERGE;
    }

    @Override
    public String title() {
      return fields.stream().anyMatch(Contested::isTrash)
          ? Texts.text("inbox.item.trash")
          : Texts.text("inbox.item.conflict");
    }

    @Override
    public String line() {
      int questions = FieldQuestion.count(fields);
      String what = questions == 1 ? first().field() : Texts.text("inbox.item.fields", questions);
      return name.isBlank() ? what : Texts.text("inbox.item.of", what, name);
    }

    @Override
    public long atMillis() {
      return fields.stream().mapToLong(Contested::metAtMillis).max().orElse(0);
    }
  }

  /** Work the server keeps aside. */
  record Parked(ParkedCase what) implements InboxItem {
    @Override
    public String key() {
      return "parked " + what.key();
    }

    @Override
    public Icon icon() {
      return what.isRemoval() ? Icon.DELETE : Icon.NEEDS_YOU;
    }

    @Override
    public String title() {
      return Texts.text(what.isRemoval() ? "inbox.item.removal" : "inbox.item.parked");
    }

    @Override
    public String line() {
      return what.belongsTo().isBlank()
          ? what.title()
          : Texts.text("inbox.item.of", what.title(), what.belongsTo());
    }

    @Override
    public long atMillis() {
      return what.since();
    }
  }

  /** Work of somebody whose access to a study ended, for its owners. */
  record Rescued(RescueCase what) implements InboxItem {
    @Override
    public String key() {
      return "rescued " + what.rescue();
    }

    @Override
    public Icon icon() {
      return Icon.PERSON;
    }

    @Override
    public String title() {
      return Texts.text("inbox.item.rescued");
    }

    @Override
    public String line() {
      return Texts.text("inbox.item.of", what.author(), what.study());
    }

    @Override
    public long atMillis() {
      return what.atMillis();
    }
  }

  /** A comment for whoever looks. */
  record Mentioned(MentionCase what) implements InboxItem {
    @Override
    public String key() {
      return "mention " + what.comment();
    }

    @Override
    public Icon icon() {
      return Icon.COMMENTS;
    }

    @Override
    public String title() {
      return MentionView.title(what);
    }

    @Override
    public String line() {
      return Texts.text("inbox.item.of", what.name(), what.text().replaceAll("\\s+", " "));
    }

    @Override
    public long atMillis() {
      return what.atMillis();
    }
  }

  /** A handoff, an order about one, or a rule, that waits for the answer of whoever looks. */
  record ToSign(SignCase what) implements InboxItem {
    @Override
    public String key() {
      return "sign " + what.subject().id();
    }

    @Override
    public Icon icon() {
      return Icon.SIGN;
    }

    @Override
    public String title() {
      return Texts.text("inbox.item.sign");
    }

    @Override
    public String line() {
      return SignWords.line(what);
    }

    @Override
    public long atMillis() {
      return what.approval().openedAt();
    }
  }

  /** Removals by others that were not taken in yet. */
  record Held(HeldBack what) implements InboxItem {
    @Override
    public String key() {
      return "held";
    }

    @Override
    public Icon icon() {
      return Icon.PAUSE;
    }

    @Override
    public String title() {
      return Texts.text("inbox.item.held");
    }

    @Override
    public String line() {
      return HeldWords.said(what);
    }

    @Override
    public long atMillis() {
      return what.atMillis();
    }
  }
}
