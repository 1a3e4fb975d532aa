package dev.throughline.desktop.find;

import dev.throughline.desktop.interview.FoundPlace;
import dev.throughline.model.id.RecordId;
import java.util.function.Consumer;

/** Where places lead: into a session, to a study's page, to a person. */
public record FindExits(
    Consumer<FoundPlace> session, Consumer<RecordId> study, Consumer<RecordId> participant) {}
