package dev.throughline.desktop.participant;

import dev.throughline.desktop.command.Steps;
import dev.throughline.desktop.interview.InterviewList;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.store.LocalStore;

/** What the page of participants works with. */
public record ParticipantParts(
    Participants participants,
    InterviewList list,
    Steps steps,
    LocalStore store,
    Background background,
    UiThread ui) {}
