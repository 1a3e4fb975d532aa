package dev.throughline.desktop.home;

import dev.throughline.desktop.approval.SignCases;
import dev.throughline.desktop.inbox.MentionIndex;
import dev.throughline.desktop.interview.ResumePoints;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.store.LocalStore;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the sides of Home read.
 *
 * @param lastVisit empty at the first start of a profile; asked in the background
 */
public record HomeParts(
    LocalStore store,
    MentionIndex mentions,
    SignCases signing,
    ResumePoints resume,
    Supplier<Optional<LastVisit>> lastVisit,
    Background background,
    UiThread ui,
    Clock clock) {}
