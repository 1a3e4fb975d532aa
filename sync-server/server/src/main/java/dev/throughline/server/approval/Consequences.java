package dev.throughline.server.approval;

import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.DeviceKey;
import dev.throughline.model.approval.Vote;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.id.RecordId;
import dev.throughline.server.log.Aftermath;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Hands what was done to whatever follows from it. Where nobody signs in, nothing does. */
@Component
final class Consequences implements Aftermath {
  @Override
  public void after(List<Done> group, Records records) {
    Optional<RecordId> person = records.asker().person();
    if (person.isEmpty()) {
      return;
    }
    Set<RecordId> submitted = new HashSet<>();
    Set<RecordId> touched = new HashSet<>();
    Touched reach = new Touched(records);
    for (Done done : group) {
      String kind = done.op().kind();
      if (kind.equals(Packet.KIND.name())) {
        new Opening(records, person.get()).open(done).ifPresent(submitted::add);
      } else if (kind.equals(Vote.KIND.name())) {
        new Counting(records, person.get()).count(done);
      } else if (kind.equals(DeviceKey.KIND.name())) {
        new Keys(records, person.get()).look(done);
      } else if (Touched.KINDS.contains(kind)) {
        touched.addAll(reach.handoffs(done));
        reach.written(done).forEach(handoff -> contributed(handoff, person.get(), records));
      }
    }
    touched.stream()
        .filter(handoff -> !submitted.contains(handoff))
        .forEach(handoff -> Approvals.edited(handoff, records));
  }

  private static void contributed(RecordId handoff, RecordId person, Records records) {
    Approval now = Approvals.of(handoff, records);
    if (!now.contributors().contains(person.toString())) {
      Approvals.contributed(now, handoff, person, records);
    }
  }
}
