package dev.throughline.desktop.ui.notice;

import java.time.Duration;
import java.time.Instant;

/** Long work of this session that came to its end, by itself or because it was stopped. */
record FinishedTask(String title, boolean stopped, Instant at, Duration took) {}
