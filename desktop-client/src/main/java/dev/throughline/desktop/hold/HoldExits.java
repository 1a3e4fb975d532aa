package dev.throughline.desktop.hold;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where holds lead; the window gives the ways.
 *
 * @param choose lets people choose what a hold is to be about
 * @param propose opens the sheet on which one is set; about what, unless it is not here
 */
public record HoldExits(Runnable choose, Consumer<Optional<Holdable>> propose) {
  static final HoldExits NOWHERE = new HoldExits(() -> {}, _ -> {});
}
