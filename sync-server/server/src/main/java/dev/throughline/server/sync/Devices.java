package dev.throughline.server.sync;

import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.DeviceList;
import dev.throughline.model.sync.Hello;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import dev.throughline.server.people.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The devices of a workspace: which came when, and which were signed out from elsewhere. One that
 * was is refused from then on by its id, and so is whoever comes by the session it came by.
 */
@Component
final class Devices {
  /** The latest of one person that are listed: nobody hides others' by making more. */
  private static final int OF_ONE_MAX = 50;

  private final JdbcClient sql;
  private final ChangeLog log;
  private final InstantSource clock;

  Devices(JdbcClient sql, ChangeLog log, InstantSource clock) {
    this.sql = sql;
    this.log = log;
    this.clock = clock;
  }

  /**
   * Refuses whoever comes by the session of a device that was signed out.
   *
   * @throws ProblemException when they do
   */
  void requireSession(Caller caller) {
    caller
        .session()
        .flatMap(this::byWhich)
        .flatMap(ended -> end(ended.workspace(), ended.device()))
        .ifPresent(
            end -> {
              throw ended(end);
            });
  }

  private record Ended(WorkspaceId workspace, DeviceId device) {}

  private Optional<Ended> byWhich(String session) {
    return sql.sql("select workspace_id, device from sync.ended_session where session = ?")
        .param(session)
        .query(
            (row, _) ->
                new Ended(
                    new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                    new DeviceId(row.getObject("device", UUID.class))))
        .optional();
  }

  /**
   * Refuses a device that was signed out, one that is somebody else's, and one whose person never
   * greeted. Whoever signed in on it again since comes by another session, and is told to go on as
   * a new device.
   *
   * @throws ProblemException when it was, or is
   */
  void require(
      WorkspaceId workspace, DeviceId device, Optional<Caller> caller, Optional<RecordId> person) {
    if (caller.isPresent() && person.isEmpty()) {
      throw new ProblemException(Problem.RIGHTS_CHANGED, "Greet the server first.");
    }
    if (person.isPresent() && isOthers(workspace, device, person.get())) {
      throw new ProblemException(
          Problem.INCARNATION_CLASH, "This device is known as somebody else's.");
    }
    Optional<DeviceList.End> end = end(workspace, device);
    if (end.isEmpty()) {
      return;
    }
    if (caller.flatMap(Caller::session).isPresent()) {
      throw new ProblemException(
          Problem.INCARNATION_CLASH, "This device was signed out; go on as a new one.");
    }
    throw ended(end.get());
  }

  private boolean isOthers(WorkspaceId workspace, DeviceId device, RecordId person) {
    return log.inTransaction(
        workspace,
        () ->
            sql.sql(
                    """
                    select count(*) > 0 from sync.device
                     where workspace_id = ? and device = ? and person is not null and person <> ?
                    """)
                .param(workspace.value())
                .param(device.value())
                .param(person.value())
                .query(Boolean.class)
                .single());
  }

  private Optional<DeviceList.End> end(WorkspaceId workspace, DeviceId device) {
    return log.inTransaction(
        workspace,
        () ->
            sql.sql(
                    """
                    select ended_by, ended_at from sync.device
                     where workspace_id = ? and device = ? and ended_at is not null
                    """)
                .param(workspace.value())
                .param(device.value())
                .query((row, _) -> end(row).orElseThrow())
                .optional());
  }

  private static ProblemException ended(DeviceList.End end) {
    return new ProblemException(
        Problem.DEVICE_ENDED,
        "%s signed this device out on %s. %s"
            .formatted(
                end.by(),
                Instant.ofEpochMilli(end.atMillis()).atOffset(ZoneOffset.UTC).toLocalDate(),
                "Everything written on it is still there. Sign in again to go on."));
  }

  /**
   * Greets a device and writes down what it said of itself, and by which person and session it
   * came, in one transaction: an end that comes meanwhile ends that session too.
   *
   * @throws ProblemException when the device is somebody else's, or was signed out
   */
  <T> T greeted(
      WorkspaceId workspace,
      Hello hello,
      Optional<Caller> caller,
      Optional<RecordId> person,
      Supplier<T> greeting) {
    return log.inTransaction(
        workspace,
        () -> {
          T welcome = greeting.get();
          if (note(workspace, hello, person) == 0) {
            throw new ProblemException(
                Problem.INCARNATION_CLASH, "This device goes on as a new one.");
          }
          caller
              .flatMap(Caller::session)
              .ifPresent(session -> note(workspace, hello.device(), session));
          return welcome;
        });
  }

  private int note(WorkspaceId workspace, Hello hello, Optional<RecordId> person) {
    return sql.sql(
            """
            update sync.device set name = coalesce(cast(:name as text), name),
                   waiting = coalesce(cast(:waiting as bigint), 0),
                   person = coalesce(cast(:person as uuid), person)
             where workspace_id = :workspace and device = :device and ended_at is null
               and (person is null or cast(:person as uuid) is null
                    or person = cast(:person as uuid))
            """)
        .param("name", hello.about().map(about -> about.name()).orElse(null))
        .param("waiting", hello.about().map(about -> about.waiting()).orElse(null))
        .param("person", person.map(RecordId::value).orElse(null))
        .param("workspace", workspace.value())
        .param("device", hello.device().value())
        .update();
  }

  private void note(WorkspaceId workspace, DeviceId device, String session) {
    sql.sql(
            """
            insert into sync.device_session (workspace_id, device, session) values (?, ?, ?)
            on conflict do nothing
            """)
        .param(workspace.value())
        .param(device.value())
        .param(session)
        .update();
  }

  /**
   * The devices of one person, or of everybody.
   *
   * @param all whether those of others are told too
   */
  DeviceList list(WorkspaceId workspace, Optional<RecordId> person, boolean all) {
    return new DeviceList(
        log.inTransaction(
            workspace,
            () ->
                sql.sql(
                        """
                        select device, name, author, person, last_seen, waiting, ended_by, ended_at
                          from (select *, row_number() over
                                  (partition by person order by last_seen desc) as nth
                                  from sync.device
                                 where workspace_id = :workspace
                                   and not (author = 'server' and person is null)
                                   and (:all or person = cast(:person as uuid))) as latest
                         where nth <= :each order by last_seen desc limit :most
                        """)
                    .param("each", OF_ONE_MAX)
                    .param("workspace", workspace.value())
                    .param("all", all)
                    .param("person", person.map(RecordId::value).orElse(null))
                    .param("most", DeviceList.DEVICES_MAX)
                    .query((row, _) -> entry(row, person))
                    .list()));
  }

  /**
   * Signs a device out, once and for all.
   *
   * @param person whose device it must be
   * @param all whether it may be anybody's
   * @return whether there is such a device
   */
  boolean end(
      WorkspaceId workspace, DeviceId device, Optional<RecordId> person, boolean all, String by) {
    return log.inTransaction(
        workspace,
        () -> {
          int ended =
              sql.sql(
                      """
                      update sync.device
                         set ended_at = coalesce(ended_at, :now), ended_by = coalesce(ended_by, :by)
                       where workspace_id = :workspace and device = :device
                         and (:all or person = cast(:person as uuid))
                      """)
                  .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                  .param("by", by)
                  .param("workspace", workspace.value())
                  .param("device", device.value())
                  .param("all", all)
                  .param("person", person.map(RecordId::value).orElse(null))
                  .update();
          if (ended > 0) {
            sql.sql(
                    """
                    insert into sync.ended_session (session, workspace_id, device)
                    select session, workspace_id, device from sync.device_session
                     where workspace_id = ? and device = ?
                    on conflict do nothing
                    """)
                .param(workspace.value())
                .param(device.value())
                .update();
          }
          return ended > 0;
        });
  }

  private static DeviceList.Entry entry(ResultSet row, Optional<RecordId> person)
      throws SQLException {
    UUID whose = row.getObject("person", UUID.class);
    return new DeviceList.Entry(
        new DeviceId(row.getObject("device", UUID.class)),
        row.getString("name"),
        row.getString("author"),
        person.isEmpty() || person.map(RecordId::value).filter(it -> it.equals(whose)).isPresent(),
        millis(row, "last_seen"),
        row.getLong("waiting"),
        end(row));
  }

  private static Optional<DeviceList.End> end(ResultSet row) throws SQLException {
    String by = row.getString("ended_by");
    return by == null
        ? Optional.empty()
        : Optional.of(new DeviceList.End(by, millis(row, "ended_at")));
  }

  private static long millis(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
        .toInstant()
        .toEpochMilli();
  }
}
