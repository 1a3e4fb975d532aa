package dev.throughline.desktop.exchange;

/**
 * Something the person should know of what was read.
 *
 * @param line where it is, from 1; 0 when it concerns no line
 */
public record Remark(int line, String sentence) {}
