package dev.throughline.desktop.history;

/** One field of an earlier version beside now, in words. */
record ComparedField(String field, String then, String now) {}
