/**
 * Where sealed blobs lie: one port, a folder of this computer and any S3 behind it. Knows parts,
 * versions, retention and holds; decides nothing about who may do what.
 */
@NullMarked
package dev.throughline.server.blob.store;

import org.jspecify.annotations.NullMarked;
