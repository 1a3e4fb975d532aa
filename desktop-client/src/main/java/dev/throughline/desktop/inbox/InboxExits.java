package dev.throughline.desktop.inbox;

import dev.throughline.desktop.store.Brake;
import dev.throughline.desktop.ui.notice.Question;
import dev.throughline.model.id.RecordId;
import java.util.function.Consumer;

/**
 * Where the Inbox leads.
 *
 * @param open shows a record where it can be changed
 * @param history shows what happened to a record
 * @param asks asks before something is thrown away
 * @param decide goes on with removals that were held back
 */
public record InboxExits(
    Consumer<RecordId> open,
    Consumer<RecordId> history,
    Consumer<Question> asks,
    Consumer<Brake.Decision> decide) {}
