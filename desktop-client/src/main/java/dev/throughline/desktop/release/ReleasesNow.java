package dev.throughline.desktop.release;

import dev.throughline.desktop.approval.SignCase;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.release.Purpose;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What became of the versions of a handoff that were signed.
 *
 * @param courses the newest one, the one that is out and those that are being taken back
 * @param orders those that are not over
 * @param aim what can be taken back now
 * @param mayOrder whether whoever looks may give orders
 * @param isLead whether they are an incident lead
 */
public record ReleasesNow(
    List<Course> courses,
    List<OrderStand> orders,
    Optional<Aim> aim,
    boolean mayOrder,
    boolean isLead,
    SortedMap<RecordId, String> people) {
  /** Whether the signatures of a version were used. */
  public boolean isAbout(Packet packet) {
    return courses.stream().anyMatch(one -> one.version() == packet.version());
  }

  /** Where the signing of each order stands. */
  public List<SignCase> signing() {
    return orders.stream().flatMap(one -> one.signing().stream()).toList();
  }

  /** Whether it can be ordered to take back what is out. */
  boolean isOrderable() {
    return mayOrder
        && aim.filter(its -> orders.stream().noneMatch(one -> isAbout(one, its))).isPresent();
  }

  /** Whether an incident lead can do so at once; what waits for signatures does not stop that. */
  boolean isEmergencyOrderable() {
    return mayOrder
        && isLead
        && aim.filter(its -> !its.hasComeBack())
            .filter(
                its ->
                    orders.stream()
                        .filter(one -> one.words().purpose() == Purpose.EMERGENCY)
                        .noneMatch(one -> isAbout(one, its)))
            .isPresent();
  }

  private static boolean isAbout(OrderStand order, Aim aim) {
    return order.words().release().equals(aim.release().id())
        && order.words().generation() == aim.release().generation();
  }

  /** The checks that can be reported now. */
  List<CheckStand> asked() {
    return courses.stream()
        .flatMap(one -> one.checks().stream())
        .filter(CheckStand::isAsked)
        .toList();
  }
}
