/**
 * The registry of record kinds: fields, merge policies, limits and personal-data classes, declared
 * once for client, server and docs.
 */
@NullMarked
package dev.throughline.model.kind;

import org.jspecify.annotations.NullMarked;
