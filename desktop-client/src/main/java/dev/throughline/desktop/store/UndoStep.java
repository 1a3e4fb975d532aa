package dev.throughline.desktop.store;

/**
 * One kept step of undo.
 *
 * @param no rises with every step
 * @param undone whether it was taken back and can be done again
 * @param step as its writer coded it
 */
public record UndoStep(long no, boolean undone, byte[] step) {}
