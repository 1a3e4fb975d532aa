package dev.throughline.planted.desktop.platform;

/** Stands for an adapter. */
public final class SystemIds {}
