package dev.throughline.planted.desktop.account;

/** Stands for a switch. */
public final class KeyVaults {}
