package dev.throughline.desktop.inbox;

import dev.throughline.desktop.approval.SignCases;
import dev.throughline.desktop.outbox.HeldWords;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.ui.Texts;
import java.util.ArrayList;
import java.util.List;

/**
 * What waits for a person's decision, shortly. The Inbox shows it whole.
 *
 * @param count how many things wait
 * @param lines the latest of them
 */
public record NeedsYou(int count, List<Line> lines) {
  public static final NeedsYou NOTHING = new NeedsYou(0, List.of());

  /**
   * One of them.
   *
   * @param atMillis when it came about; 0 when that is not known
   */
  public record Line(boolean isConflict, String title, String detail, long atMillis) {}

  public NeedsYou {
    lines = List.copyOf(lines);
  }

  /** Not on the UI thread. */
  public static NeedsYou read(
      LocalStore store, MentionIndex mentions, SignCases signing, int linesMax) {
    List<InboxItem> open = Inbox.open(store, mentions, signing);
    List<Line> lines = new ArrayList<>();
    for (InboxItem item : open.stream().limit(linesMax).toList()) {
      lines.add(line(item));
    }
    return new NeedsYou(open.size(), lines);
  }

  private static Line line(InboxItem item) {
    return switch (item) {
      case InboxItem.Held(var held) ->
          new Line(false, HeldWords.said(held), Texts.text("inbox.needs.held"), item.atMillis());
      case InboxItem.Parked parked ->
          new Line(false, parked.line(), parked.what().why(), item.atMillis());
      case InboxItem.Rescued(var rescued) ->
          new Line(
              false,
              Texts.text("inbox.needs.rescued", rescued.author()),
              rescued.study(),
              item.atMillis());
      case InboxItem.ToSign sign -> new Line(false, sign.title(), sign.line(), item.atMillis());
      case InboxItem.Mentioned mentioned ->
          new Line(false, mentioned.title(), mentioned.line(), item.atMillis());
      case InboxItem.Conflicted conflicted ->
          new Line(true, told(conflicted), detail(conflicted), item.atMillis());
    };
  }

  private static String told(InboxItem.Conflicted item) {
    return Texts.text("inbox.needs.conflict", item.line());
  }

  private static String detail(InboxItem.Conflicted item) {
    Contested first = item.fields().getFirst();
    return Texts.text("inbox.needs.conflict.detail", first.shown().name(), first.kept().name());
  }
}
