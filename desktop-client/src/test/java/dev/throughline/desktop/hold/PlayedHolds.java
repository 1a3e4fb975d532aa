package dev.throughline.desktop.hold;

import dev.throughline.desktop.outbox.Surroundings;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.sync.Reply;
import dev.throughline.model.id.RecordId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A server that says of holds what a test wants; none as long as it wants nothing. */
public final class PlayedHolds implements HoldDesk, HoldShelf {
  final List<String> asked = new ArrayList<>();
  Optional<Reply<List<Hold>>> holds = Optional.empty();
  Optional<Reply<Hold>> answer = Optional.empty();
  private Optional<byte[]> kept = Optional.empty();

  /** Parts with a server that is never there. */
  public static HoldParts parts(Ledger ledger, Surroundings around) {
    PlayedHolds played = new PlayedHolds();
    return new HoldParts(played, played, ledger, around);
  }

  /** A list with one hold that counts, as a profile keeps it. */
  public static byte[] kept(String matter, RecordId interview, long atMillis) {
    Hold.Step step = new Hold.Step(interview, atMillis);
    Hold hold =
        new Hold(
            "one",
            matter,
            "A complaint was announced",
            Hold.Reach.INTERVIEW,
            interview,
            Hold.State.ACTIVE,
            1,
            step,
            Optional.of(step),
            Optional.empty(),
            Optional.empty());
    return HoldMessages.keep(new HoldMessages.Kept(List.of(hold), atMillis));
  }

  @Override
  public Optional<Reply<List<Hold>>> holds() {
    return holds;
  }

  @Override
  public Optional<Reply<Hold>> propose(HoldWish wish) {
    asked.add("propose " + wish.matter() + " on a " + wish.reach().wireName());
    return answer;
  }

  @Override
  public Optional<Reply<Hold>> step(Hold hold, HoldStep step) {
    asked.add(step.wireName() + " " + hold.matter());
    return answer;
  }

  @Override
  public Optional<byte[]> read() {
    return kept;
  }

  @Override
  public boolean write(byte[] value) {
    kept = Optional.of(value);
    return true;
  }
}
