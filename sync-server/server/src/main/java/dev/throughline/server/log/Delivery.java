package dev.throughline.server.log;

import dev.throughline.model.access.Access;
import dev.throughline.model.sync.Push;

/** A push, and what whoever sent it may do. */
public record Delivery(Push push, Access access) {}
