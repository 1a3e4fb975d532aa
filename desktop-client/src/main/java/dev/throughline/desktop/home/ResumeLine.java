package dev.throughline.desktop.home;

import dev.throughline.desktop.interview.ResumePoint;

/** A place to go on from. */
record ResumeLine(ResumePoint point, String title, String second) {}
