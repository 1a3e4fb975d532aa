package dev.throughline.model.approval;

import dev.throughline.model.approval.Approval.Cast;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.quorum.Seating;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who sits where by a rule, and what that amounts to. A person takes one seat, however many roles
 * they have.
 *
 * @param taken the seats that have somebody
 * @param empty the seats that wait, in the order of the rule
 * @param isRejected whether somebody stopped it who may
 */
public record Tally(Map<Seat, RecordId> taken, List<Seat> empty, boolean isRejected) {
  /** One seat of a group; the first is number 1. */
  public record Seat(Policy.Group group, int number) {}

  public Tally {
    taken = Map.copyOf(taken);
    empty = List.copyOf(empty);
  }

  /** Counts votes of which each is of another person. */
  public static Tally of(Policy policy, Collection<Cast> votes) {
    boolean isRejected =
        votes.stream()
            .anyMatch(
                vote ->
                    vote.answer() == Answer.NO_GO
                        && vote.roles().stream().anyMatch(policy.vetoes()::contains));
    Map<Seat, Set<RecordId>> eligible = new LinkedHashMap<>();
    for (Seat seat : seats(policy)) {
      Set<RecordId> people = new LinkedHashSet<>();
      votes.stream()
          .filter(vote -> vote.answer() != Answer.NO_GO)
          .filter(vote -> vote.roles().stream().anyMatch(seat.group().roles()::contains))
          .forEach(vote -> people.add(vote.person()));
      eligible.put(seat, people);
    }
    Seating<Seat, RecordId> seating = Seating.of(eligible);
    Map<Seat, RecordId> taken = new LinkedHashMap<>();
    seating.taken().forEach((person, seat) -> taken.put(seat, person));
    return new Tally(taken, seating.empty(), isRejected);
  }

  /** All seats of a rule, in its order. */
  public static List<Seat> seats(Policy policy) {
    List<Seat> seats = new ArrayList<>();
    for (Policy.Group group : policy.groups()) {
      for (int number = 1; number <= group.count(); number++) {
        seats.add(new Seat(group, number));
      }
    }
    return seats;
  }

  /** Whether everybody has signed whom the rule asks for, and nobody stopped it. */
  public boolean isMet() {
    return empty.isEmpty() && !isRejected;
  }

  /** Who sits in a seat. */
  public Optional<RecordId> in(Seat seat) {
    return Optional.ofNullable(taken.get(seat));
  }
}
