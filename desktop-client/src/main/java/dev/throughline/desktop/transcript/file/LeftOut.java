package dev.throughline.desktop.transcript.file;

/**
 * Something of the file that is not among the turns, or not as it was written.
 *
 * @param line where it is, from 1; where there are several, the first of them
 * @param reason one sentence for people
 */
public record LeftOut(int line, String reason) {}
