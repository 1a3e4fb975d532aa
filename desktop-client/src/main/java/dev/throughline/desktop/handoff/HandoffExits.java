package dev.throughline.desktop.handoff;

import dev.throughline.desktop.approval.SignAside;
import dev.throughline.desktop.approval.SignCase;
import dev.throughline.desktop.release.Aim;
import dev.throughline.desktop.release.ReleaseViewModel;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.release.Purpose;
import java.net.URI;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Where handoffs lead; the window gives the ways.
 *
 * @param open shows the page of a handoff
 * @param openRecord shows the page any record stands on
 * @param openSource shows an interview, at a turn if there is one
 * @param openPlan shows how an idea is built
 * @param browse opens an address outside
 * @param sign opens the sheet on which something is signed
 * @param history shows what a record was before
 * @param order opens the sheet on which an order is given
 */
public record HandoffExits(
    Consumer<RecordId> open,
    Consumer<RecordId> openRecord,
    BiConsumer<RecordId, Optional<RecordId>> openSource,
    Consumer<RecordId> openPlan,
    Consumer<URI> browse,
    Consumer<RecordId> history,
    SignDoor sign,
    OrderDoor order) {
  /** Opens the sheet on which something is signed, with what is said of its items. */
  public interface SignDoor {
    void open(SignCase about, SignAside aside);
  }

  /** Opens the sheet on which it is ordered to take a version back. */
  public interface OrderDoor {
    void open(ReleaseViewModel model, Aim aim, Purpose purpose);
  }
}
