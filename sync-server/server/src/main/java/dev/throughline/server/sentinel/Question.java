package dev.throughline.server.sentinel;

import dev.throughline.model.signing.Json;

/**
 * What is asked.
 *
 * @param requestId 1 to 200 visible ASCII characters; by which both sides find the question again
 * @param action such as {@code handoff.register}
 * @param actor who wants to do it
 * @param resource what it is done to; for {@code handoff.register} with the members id, version,
 *     digest, dataClasses and manifest
 * @param context what else matters; for {@code handoff.register} with the list signedRoles
 * @param simulate whether the answer is only for looking at
 */
public record Question(
    String requestId,
    String action,
    String actor,
    Json.Members resource,
    Json.Members context,
    boolean simulate) {}
