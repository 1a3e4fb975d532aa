package dev.throughline.server.log;

import dev.throughline.model.sync.Push;

/** A push, and whom it comes from. */
public record Delivery(Push push, Asker asker) {}
