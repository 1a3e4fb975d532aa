package dev.throughline.desktop.settings;

/** What this program is: its version and the Java it runs on. */
public record About(String version, String java) {}
