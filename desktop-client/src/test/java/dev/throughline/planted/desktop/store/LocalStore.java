package dev.throughline.planted.desktop.store;

/** Stands for the store. */
public final class LocalStore {}
