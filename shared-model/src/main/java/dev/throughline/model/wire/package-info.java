/**
 * The only code that knows CBOR, JSON and zstd. Decoding is strict: unknown members, excess depth,
 * length or size are refused.
 */
@NullMarked
package dev.throughline.model.wire;

import org.jspecify.annotations.NullMarked;
