package dev.throughline.desktop.ui.notice;

/** One sentence on the safety of the work, such as "Offline since 09:10, saving here". */
public record Pill(PillState state, String text) {}
