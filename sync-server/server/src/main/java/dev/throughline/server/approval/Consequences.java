package dev.throughline.server.approval;

import dev.throughline.model.approval.DeviceKey;
import dev.throughline.model.approval.QuorumPolicy;
import dev.throughline.model.approval.Vote;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.id.RecordId;
import dev.throughline.server.log.Aftermath;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Hands what was done to whatever follows from it, in the order in which it was done. Where nobody
 * signs in, nothing does.
 */
@Component
final class Consequences implements Aftermath {
  @Override
  public void after(List<Done> group, Records records) {
    Optional<RecordId> person = records.asker().person();
    if (person.isEmpty()) {
      return;
    }
    Edits edits = new Edits(records, person.get());
    for (Done done : group) {
      String kind = done.op().kind();
      if (Touched.isOne(kind)) {
        edits.add(done);
        continue;
      }
      boolean isSigning =
          kind.equals(Packet.KIND.name())
              || kind.equals(Vote.KIND.name())
              || kind.equals(DeviceKey.KIND.name())
              || kind.equals(QuorumPolicy.KIND.name());
      if (isSigning) {
        edits.write();
        sign(done, records, person.get());
      }
    }
    edits.write();
  }

  private static void sign(Done done, Records records, RecordId person) {
    String kind = done.op().kind();
    if (kind.equals(Packet.KIND.name())) {
      new Opening(records, person).open(done);
    } else if (kind.equals(Vote.KIND.name())) {
      new Counting(records, person).count(done);
    } else if (kind.equals(QuorumPolicy.KIND.name())) {
      Rules.propose(done, person, records);
    } else {
      new Keys(records, person).look(done);
    }
  }
}
