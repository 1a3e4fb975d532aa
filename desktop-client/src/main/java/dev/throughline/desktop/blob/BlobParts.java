package dev.throughline.desktop.blob;

import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.Disk;
import dev.throughline.desktop.store.Ledger;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What blobs work with.
 *
 * @param growing tells of what is being recorded
 * @param random seals sound that was decoded
 * @param jitter spreads what is tried again
 */
public record BlobParts(
    Ledger ledger,
    Disk disk,
    BlobFolders folders,
    Growing growing,
    BlobLimits limits,
    Background background,
    InstantSource clock,
    SecureRandom random,
    RandomGenerator jitter) {}
