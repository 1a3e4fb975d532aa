package dev.throughline.desktop.handoff;

import dev.throughline.desktop.approval.ItemReviews;
import dev.throughline.model.access.Role;
import dev.throughline.model.handoff.ChecklistItem;
import dev.throughline.model.handoff.ItemCheck;
import dev.throughline.model.handoff.Section;
import dev.throughline.model.id.RecordId;
import java.util.Comparator;
import java.util.Optional;

/** Which part of a checklist those who sign look at first. */
final class RoleSections {
  private RoleSections() {}

  /** Whether a section is for whoever is asked; none is for those who are not asked. */
  static boolean isFor(ItemReviews reviews, Section section) {
    return reviews.isAsked()
        && switch (section) {
          case INFRA -> has(reviews, Role.TECHNICAL_LEAD);
          case LEGAL -> has(reviews, Role.LEGAL_REVIEWER) || has(reviews, Role.PRIVACY_OFFICER);
          case METRICS, BUDGET -> has(reviews, Role.APPROVER);
        };
  }

  /** The first item for whoever is asked to sign; for everybody else the first of all. */
  static Optional<RecordId> first(HandoffDetail now) {
    return now.items().stream()
        .map(ItemCheck::item)
        .min(Comparator.comparing((ChecklistItem one) -> !isFor(now.reviews(), one.section())))
        .map(ChecklistItem::id);
  }

  private static boolean has(ItemReviews reviews, Role role) {
    return reviews.roles().contains(role.wireName());
  }
}
