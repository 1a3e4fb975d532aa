package dev.throughline.desktop.home;

import dev.throughline.desktop.interview.Gap;
import dev.throughline.desktop.interview.ResumePoint;
import dev.throughline.model.id.RecordId;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where Home leads; the window gives the ways.
 *
 * @param openSession shows an interview
 * @param openGap shows the interviews that lack something
 * @param importFiles takes files in and shows how far they are
 * @param resume goes to where work stopped
 * @param openStudy shows a study
 * @param openWaiting shows what waits for a decision
 * @param join sets the server to sync with
 */
public record HomeExits(
    Consumer<RecordId> openSession,
    Consumer<ResumePoint> resume,
    Consumer<RecordId> openStudy,
    Runnable openWaiting,
    Consumer<Gap> openGap,
    Consumer<List<Path>> importFiles,
    Consumer<URI> join) {}
