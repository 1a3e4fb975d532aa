package dev.throughline.server.kernel;

import dev.throughline.model.signing.Sha256;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables of the embedded Kernel; see {@code V6__kernel.sql}. Of two servers that write the same
 * row, the second waits for the first and then finds it.
 */
final class KernelRows {
  /** How a call stands to those before it. */
  enum Seen {
    NEW,
    SAME,
    OTHER
  }

  /** How far an upgrade is. */
  enum State {
    CREATED("created"),
    QUORUM_REACHED("quorum-reached"),
    APPLIED("applied");

    private final String inRow;

    State(String inRow) {
      this.inRow = inRow;
    }

    private static State of(String inRow) {
      return Arrays.stream(values()).filter(it -> it.inRow.equals(inRow)).findFirst().orElseThrow();
    }
  }

  private final JdbcClient sql;

  KernelRows(JdbcClient sql) {
    this.sql = sql;
  }

  /** Takes a key, or finds who has it. */
  Seen take(String once, byte[] content, Instant now) {
    byte[] digest = Sha256.of(content);
    int added =
        sql.sql("insert into kernel.call values (?, ?, ?) on conflict do nothing")
            .params(once, digest, now.atOffset(ZoneOffset.UTC))
            .update();
    if (added > 0) {
      return Seen.NEW;
    }
    byte[] before =
        sql.sql("select content from kernel.call where once = ?")
            .param(once)
            .query((row, _) -> row.getBytes(1))
            .single();
    return Arrays.equals(before, digest) ? Seen.SAME : Seen.OTHER;
  }

  /**
   * A key that signs.
   *
   * @param version its number among all there were, from 1
   * @param isNew whether it was not there before
   */
  record Signer(int version, boolean isNew) {}

  Signer signer(KernelKey key, Instant now) {
    Optional<Integer> known = version(key);
    if (known.isEmpty()) {
      // Others that add one wait, so that no two get the same number.
      sql.sql("select pg_advisory_xact_lock(hashtext('kernel.signer'))").query().singleRow();
      known = version(key);
    }
    return known.map(version -> new Signer(version, false)).orElseGet(() -> added(key, now));
  }

  private Optional<Integer> version(KernelKey key) {
    return sql.sql("select version from kernel.signer where id = ?")
        .param(key.signerId())
        .query(Integer.class)
        .optional();
  }

  private Signer added(KernelKey key, Instant now) {
    int version =
        sql.sql(
                """
                insert into kernel.signer (id, version, public_key, added_at)
                select ?, coalesce(max(version), 0) + 1, ?, ? from kernel.signer
                returning version
                """)
            .params(key.signerId(), key.spki(), now.atOffset(ZoneOffset.UTC))
            .query(Integer.class)
            .single();
    return new Signer(version, true);
  }

  void add(String once, SignatureRecord signed, byte[] manifest, Instant now) {
    sql.sql(
            """
            insert into kernel.signature (once, id, manifest_id, manifest_digest, signer, algorithm,
                   signature, signed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            once,
            signed.id(),
            signed.manifestId(),
            Sha256.of(manifest),
            signed.signerId(),
            signed.algorithm(),
            signed.signature(),
            now.atOffset(ZoneOffset.UTC))
        .update();
  }

  SignatureRecord signature(String once) {
    return sql.sql(
            """
            select its.*, signer.version from kernel.signature its
              join kernel.signer on signer.id = its.signer where once = ?
            """)
        .param(once)
        .query(
            (row, _) ->
                new SignatureRecord(
                    row.getString("id"),
                    row.getString("manifest_id"),
                    row.getString("signer"),
                    row.getString("algorithm"),
                    row.getString("version"),
                    row.getString("signature")))
        .single();
  }

  /** Adds an upgrade, locked; or says how it stands to the one of that id. */
  Seen add(Upgrade upgrade, byte[] manifest, Instant now) {
    int added =
        sql.sql(
                """
                insert into kernel.upgrade (id, kind, manifest, state, created_at)
                values (?, ?, ?, 'created', ?) on conflict do nothing
                """)
            .params(
                upgrade.upgradeId(),
                upgrade.type().wireName(),
                manifest,
                now.atOffset(ZoneOffset.UTC))
            .update();
    if (added > 0) {
      return Seen.NEW;
    }
    byte[] before =
        sql.sql("select manifest from kernel.upgrade where id = ?")
            .param(upgrade.upgradeId())
            .query((row, _) -> row.getBytes(1))
            .single();
    return Arrays.equals(before, manifest) ? Seen.SAME : Seen.OTHER;
  }

  /** The state of an upgrade, which nobody else changes until the transaction ends. */
  Optional<State> lock(String upgrade) {
    return sql.sql("select state from kernel.upgrade where id = ? for update")
        .param(upgrade)
        .query(String.class)
        .optional()
        .map(State::of);
  }

  /** Whether the approver had not voted yet. */
  boolean add(String upgrade, String approver, byte[] approval, Instant now) {
    return sql.sql("insert into kernel.approval values (?, ?, ?, ?) on conflict do nothing")
            .params(upgrade, approver, approval, now.atOffset(ZoneOffset.UTC))
            .update()
        > 0;
  }

  int approvals(String upgrade, Instant since) {
    return sql.sql("select count(*) from kernel.approval where upgrade = ? and approved_at >= ?")
        .params(upgrade, since.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }

  void reached(String upgrade) {
    sql.sql("update kernel.upgrade set state = 'quorum-reached' where id = ?")
        .param(upgrade)
        .update();
  }

  void applied(String upgrade, String by, Instant now) {
    sql.sql(
            """
            update kernel.upgrade set state = 'applied', applied_by = ?, applied_at = ? where id = ?
            """)
        .params(by, now.atOffset(ZoneOffset.UTC), upgrade)
        .update();
  }

  boolean hasVoted(String upgrade, String approver) {
    return sql.sql("select count(*) > 0 from kernel.approval where upgrade = ? and approver = ?")
        .params(upgrade, approver)
        .query(Boolean.class)
        .single();
  }

  /**
   * Asks the tables something.
   *
   * @throws org.springframework.dao.DataAccessException when they do not answer
   */
  void requireAnswer() {
    sql.sql("select count(*) from kernel.signer").query(Long.class).single();
  }
}
