package dev.throughline.desktop.search;

/** Characters of a text, the end left out. */
public record Range(int begin, int end) {}
