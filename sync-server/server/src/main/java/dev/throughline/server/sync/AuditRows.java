package dev.throughline.server.sync;

import dev.throughline.model.audit.AuditChain;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.signing.Sha256;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Chains audit events. Inside a transaction that holds the head of the log of the workspace. */
@Component
final class AuditRows {
  private final JdbcTemplate jdbc;

  AuditRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One link of the chain.
   *
   * @param event its bytes
   * @param link the chain after it, in hexadecimal
   */
  record Link(long idx, byte[] event, String link) {}

  void append(WorkspaceId workspace, List<byte[]> events) {
    if (events.isEmpty()) {
      return;
    }
    Link last = last(workspace);
    String chain = last.link();
    long idx = last.idx();
    List<Link> links = new ArrayList<>();
    for (byte[] event : events) {
      chain = AuditChain.link(chain, Sha256.hex(event));
      links.add(new Link(++idx, event, chain));
    }
    new ColumnArrays<>(links)
        .longs(Link::idx)
        .bytes(Link::event)
        .bytes(link -> HexFormat.of().parseHex(link.link()))
        .execute(
            jdbc,
            """
            insert into audit.event (workspace_id, idx, event, link)
            select ?, added.* from unnest(?, ?, ?) as added
            """,
            workspace.value());
  }

  private Link last(WorkspaceId workspace) {
    return read(workspace, "order by idx desc limit 1").stream()
        .findFirst()
        .orElse(new Link(0, new byte[0], AuditChain.BEGINNING));
  }

  /** The whole chain, in order. */
  List<Link> all(WorkspaceId workspace) {
    return read(workspace, "order by idx");
  }

  private List<Link> read(WorkspaceId workspace, String order) {
    return jdbc.query(
        "select idx, event, link from audit.event where workspace_id = ? " + order,
        (row, _) ->
            new Link(
                row.getLong("idx"),
                row.getBytes("event"),
                HexFormat.of().formatHex(row.getBytes("link"))),
        workspace.value());
  }
}
