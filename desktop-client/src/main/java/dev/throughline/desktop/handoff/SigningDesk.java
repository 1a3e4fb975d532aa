package dev.throughline.desktop.handoff;

import dev.throughline.desktop.approval.ItemReviews;
import dev.throughline.desktop.approval.SignAside;
import dev.throughline.desktop.approval.SignCase;
import dev.throughline.desktop.idea.TraceDesk;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What whoever looks at a handoff can sign of it, and stop. UI thread only. */
public final class SigningDesk {
  private final HandoffParts parts;
  private final HandoffExits exits;
  private final TraceDesk traces;
  private final Supplier<Optional<HandoffDetail>> detail;

  /**
   * @param traces leads from evidence to its sources
   * @param detail the handoff as it is now
   */
  SigningDesk(
      HandoffParts parts,
      HandoffExits exits,
      TraceDesk traces,
      Supplier<Optional<HandoffDetail>> detail) {
    this.parts = parts;
    this.exits = exits;
    this.traces = traces;
    this.detail = detail;
  }

  /** Whether it waits for an answer of whoever looks. */
  public boolean waitsForMe() {
    return detail.get().flatMap(HandoffDetail::toSign).isPresent();
  }

  /** Opens the sheet on which it is signed; makes a key first where there is none. */
  public void sign() {
    detail
        .get()
        .flatMap(HandoffDetail::toSign)
        .ifPresent(
            about -> {
              if (about.isSignable()) {
                exits.sign().open(about, aside(about));
              } else {
                parts.signing().keys().forSigning(about);
              }
            });
  }

  /** Whether whoever looks can still stop what was signed, or take their go back. */
  public boolean isStoppable() {
    return detail.get().flatMap(HandoffDetail::toStop).isPresent();
  }

  /** Opens the sheet on which it is stopped. */
  public void stop() {
    detail
        .get()
        .flatMap(HandoffDetail::toStop)
        .ifPresent(about -> exits.sign().open(about, aside(about)));
  }

  private SignAside aside(SignCase about) {
    boolean isLast =
        detail
            .get()
            .flatMap(HandoffDetail::last)
            .filter(its -> its.id().equals(about.subject().id()))
            .isPresent();
    return new SignAside(
        about.said().map(HandoffWords::missing).orElse(List.of()),
        isLast ? detail.get().map(HandoffDetail::changes).orElse(List.of()) : List.of(),
        about.isOrder()
            ? ItemReviews.NONE
            : detail.get().map(HandoffDetail::reviews).orElse(ItemReviews.NONE),
        traces);
  }
}
