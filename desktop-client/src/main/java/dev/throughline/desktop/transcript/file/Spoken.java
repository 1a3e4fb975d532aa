package dev.throughline.desktop.transcript.file;

import java.util.OptionalLong;

/** A turn as it stands in the file, before it is cleaned and held to the limits. */
record Spoken(int line, String speaker, OptionalLong start, OptionalLong end, String text) {}
