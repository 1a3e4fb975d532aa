package dev.throughline.desktop.store;

/**
 * How far the store has come. Two equal marks mean that no view changed in between; everything that
 * happened before a mark was read has been told to the listeners.
 */
public record StoreMark(long opNo, String epoch, long cursorSeq, long records) {}
