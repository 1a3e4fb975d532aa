package dev.throughline.desktop.home;

/**
 * When this profile was closed last, and how much of the log it had seen then.
 *
 * @param seq the number of the last log entry that was here
 */
public record LastVisit(long atMillis, long seq) {}
