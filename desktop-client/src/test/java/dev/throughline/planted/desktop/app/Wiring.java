package dev.throughline.planted.desktop.app;

/** What nobody may know. */
public final class Wiring {}
