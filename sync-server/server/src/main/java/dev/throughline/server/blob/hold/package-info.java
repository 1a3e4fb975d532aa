/**
 * The register of legal holds: set, confirmed and ended by two people each, and kept in step with
 * the store. Decides nothing about retention.
 */
@NullMarked
package dev.throughline.server.blob.hold;

import org.jspecify.annotations.NullMarked;
