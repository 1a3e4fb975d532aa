package dev.throughline.desktop.approval;

import dev.throughline.desktop.ui.Chip;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.approval.Review;
import dev.throughline.model.approval.Review.Mark;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.signing.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How marks on items are said and shown. */
public final class ReviewWords {
  private ReviewWords() {}

  public static String mark(Mark mark) {
    return Texts.text("review.mark." + mark.wireName());
  }

  /** The command that gives such a mark. */
  public static String command(Mark mark) {
    return switch (mark) {
      case OK -> "handoff.review.ok";
      case QUESTION -> "handoff.review.question";
      case BLOCK -> "handoff.review.block";
    };
  }

  public static Icon icon(Mark mark) {
    return switch (mark) {
      case OK -> Icon.CHECK;
      case QUESTION -> Icon.ASKED;
      case BLOCK -> Icon.BLOCKED;
    };
  }

  public static Chip.State tone(Mark mark) {
    return switch (mark) {
      case OK -> Chip.State.READY;
      case QUESTION -> Chip.State.STALE;
      case BLOCK -> Chip.State.STOPPED;
    };
  }

  /** Who says what of an item. */
  public static String said(Review review, ItemReviews among) {
    String who = who(review, among);
    return review.note().isBlank()
        ? Texts.text("review.said.bare." + review.mark().wireName(), who)
        : Texts.text("review.said." + review.mark().wireName(), who, review.note());
  }

  private static boolean isMine(Review review, ItemReviews among) {
    return among.me().isPresent() && review.by().equals(among.me());
  }

  private static RecordId item(Review review) {
    return review.item().orElse(review.id());
  }

  private static String who(Review review, ItemReviews among) {
    if (isMine(review, among)) {
      return Texts.text("review.you");
    }
    return review
        .by()
        .map(person -> ApprovalWords.name(person, among.people()))
        .orElse(Texts.text("idea.somebody"));
  }

  /** What stands in the way of a packet, mark by mark; items go by their codes in it. */
  static List<String> alarms(SignCase about, ItemReviews among) {
    Map<RecordId, String> codes = codes(about);
    List<String> alarms = new ArrayList<>();
    for (Mark mark : List.of(Mark.BLOCK, Mark.QUESTION)) {
      List<Review> all =
          among.marked(mark).stream()
              .filter(one -> codes.containsKey(item(one)))
              .sorted(Comparator.comparing(one -> codes.getOrDefault(item(one), "")))
              .toList();
      if (!all.isEmpty()) {
        int items = (int) all.stream().map(Review::item).distinct().count();
        String which =
            all.stream()
                .map(
                    one ->
                        Texts.text(
                            "review.alarm.item",
                            codes.getOrDefault(item(one), ""),
                            isMine(one, among) ? Texts.text("review.alarm.you") : who(one, among),
                            one.note()))
                .collect(Collectors.joining("\n"));
        alarms.add(Texts.count("review.alarm." + mark.wireName(), items) + "\n" + which);
      }
    }
    return alarms;
  }

  private static Map<RecordId, String> codes(SignCase about) {
    Map<RecordId, String> codes = new HashMap<>();
    if (about.subject().document() instanceof Json.Members(var members)) {
      Stream.of("checklist", "legalChecklist")
          .map(members::get)
          .filter(Json.Items.class::isInstance)
          .flatMap(items -> ((Json.Items) items).items().stream())
          .forEach(
              item -> {
                if (item instanceof Json.Members(var its)
                    && its.get("id") instanceof Json.Text(String id)
                    && its.get("code") instanceof Json.Text(String code)) {
                  RecordId.parse(id).ifPresent(record -> codes.put(record, code));
                }
              });
    }
    return codes;
  }
}
