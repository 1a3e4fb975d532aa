package dev.throughline.server.sync;

import dev.throughline.model.id.Uuids;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.server.log.RandomBytes;
import dev.throughline.server.log.Served;
import dev.throughline.server.people.Callers;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The workspaces served here. The first is made at the first start, and everybody with a role is in
 * it; who is in another is written down in that one's log. Each comes up when somebody asks for it.
 */
@Component
final class Workspaces {
  private static final Logger log = LoggerFactory.getLogger(Workspaces.class);

  private final WorkspaceTable table;
  private final WorkspaceRuntimes runtimes;
  private final Map<WorkspaceId, WorkspaceRuntime> open = new ConcurrentHashMap<>();
  private final WorkspaceRuntime first;

  Workspaces(
      WorkspaceTable table,
      WorkspaceRuntimes runtimes,
      Callers callers,
      SyncConfiguration.WorkspaceSettings settings,
      InstantSource clock,
      RandomBytes random) {
    this.table = table;
    this.runtimes = runtimes;
    if (table.first().isEmpty()) {
      ByteBuffer seed = ByteBuffer.wrap(random.next(16));
      table.createFirst(
          new WorkspaceId(Uuids.version7(clock.millis(), seed.getLong(), seed.getLong())),
          settings.name());
    }
    this.first = find(table.first().orElseThrow()).orElseThrow();
    log.info("Serving {} workspace(s). {}", table.all().size(), callers.notice());
  }

  /** The one meant by whoever names none. */
  WorkspaceRuntime first() {
    return first;
  }

  boolean isFirst(WorkspaceId one) {
    return one.equals(first.id());
  }

  /**
   * The workspace of this id.
   *
   * @throws dev.throughline.server.http.ProblemException when there is none
   */
  WorkspaceRuntime of(WorkspaceId id) {
    return find(id).orElseThrow(Served::elsewhere);
  }

  /** The workspace of this id, or the first for whoever names none. */
  WorkspaceRuntime of(Optional<WorkspaceId> id) {
    return id.map(this::of).orElse(first);
  }

  private Optional<WorkspaceRuntime> find(WorkspaceId id) {
    WorkspaceRuntime known = open.get(id);
    return known != null
        ? Optional.of(known)
        : table.read(id).map(served -> open.computeIfAbsent(id, _ -> runtimes.open(served)));
  }

  /** Every one, the first first, the others in the order they were made; brings none up. */
  List<WorkspaceId> all() {
    return table.all();
  }

  /** What a workspace is called. */
  String name(WorkspaceId id) {
    return table.read(id).map(Served::name).orElse("");
  }

  /** Makes another one; empty when there is one of that id already. */
  Optional<WorkspaceRuntime> create(WorkspaceId id, String name) {
    return table.create(id, name) ? find(id) : Optional.empty();
  }
}
