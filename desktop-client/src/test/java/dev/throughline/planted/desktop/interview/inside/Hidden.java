package dev.throughline.planted.desktop.interview.inside;

/** The inside of a feature. */
public final class Hidden {}
