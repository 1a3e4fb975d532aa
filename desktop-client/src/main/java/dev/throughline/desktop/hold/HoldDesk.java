package dev.throughline.desktop.hold;

import dev.throughline.desktop.sync.Reply;
import java.util.List;
import java.util.Optional;

/** Where holds are asked for. Calls block; any thread. */
public interface HoldDesk {
  /** Every hold of the workspace; empty while there is no server. */
  Optional<Reply<List<Hold>>> holds();

  /** Sets a hold, which counts once another person has confirmed it. */
  Optional<Reply<Hold>> propose(HoldWish wish);

  /** Does something about a hold. */
  Optional<Reply<Hold>> step(Hold hold, HoldStep step);
}
