package dev.throughline.server.kernel;

import dev.throughline.model.signing.Json;
import dev.throughline.model.signing.Sha256;
import dev.throughline.server.kernel.KernelRows.Seen;
import dev.throughline.server.kernel.KernelRows.State;
import dev.throughline.server.outside.Answer;
import dev.throughline.server.outside.Fields;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A Kernel in the database of this server, for those who have none. Every call is a transaction of
 * its own, whatever its caller has open, as it would be with a Kernel elsewhere.
 */
final class EmbeddedKernel implements Kernel {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedKernel.class);

  /** After this an approval does not count. */
  static final Duration APPROVAL_AGE_MAX = Duration.ofDays(14);

  private static final int ID_LENGTH = 32;

  /** What events of keys are about; no upgrade can be called so. */
  private static final String SIGNERS = "_signers";

  private final KernelSettings settings;
  private final KernelKey key;
  private final KernelRows rows;
  private final KernelEvents events;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  private EmbeddedKernel(
      KernelSettings settings,
      KernelKey key,
      JdbcClient sql,
      PlatformTransactionManager transactions,
      InstantSource clock) {
    this.settings = settings;
    this.key = key;
    this.rows = new KernelRows(sql);
    this.events = new KernelEvents(sql, settings, key);
    this.transactions = new TransactionTemplate(transactions);
    this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
  }

  static Kernel of(
      KernelSettings settings,
      KernelKey key,
      JdbcClient sql,
      PlatformTransactionManager transactions,
      InstantSource clock) {
    return new CheckedKernel(new EmbeddedKernel(settings, key, sql, transactions, clock), () -> {});
  }

  @Override
  public Answer<SignatureRecord> sign(Json.Members manifest, String once) {
    return once(
        once,
        called("sign", "", KernelShapes.sign(manifest)),
        now -> {
          byte[] message = manifest.canonical();
          int version = signer(now);
          String signature = key.sign(settings.hashProfile(), message);
          SignatureRecord signed =
              new SignatureRecord(
                  idOf(once + " " + signature),
                  CheckedKernel.idOf(manifest).orElseThrow(),
                  key.signerId(),
                  KernelKey.ALGORITHM,
                  String.valueOf(version),
                  signature);
          rows.add(once, signed, message, now);
          return new Answer.Given<>(signed);
        },
        () -> rows.signature(once));
  }

  private int signer(Instant now) {
    KernelRows.Signer signer = rows.signer(key, now);
    if (signer.isNew() && signer.version() > 1) {
      events.add(SIGNERS, "signer.rotation", Map.of("signerId", key.signerId()), now);
    }
    return signer.version();
  }

  private static String idOf(String text) {
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, ID_LENGTH);
  }

  @Override
  public Answer<Done> create(Upgrade upgrade, String submittedBy, String once) {
    Json.Members content = KernelShapes.create(upgrade, submittedBy);
    return once(
        once,
        called("create", "", content),
        now ->
            switch (rows.add(upgrade, content.canonical(), now)) {
              case NEW -> {
                events.add(upgrade.upgradeId(), "upgrade.created", told(upgrade, submittedBy), now);
                yield done();
              }
              case SAME -> done();
              case OTHER -> Answer.conflict("another upgrade has that id");
            },
        Done::new);
  }

  private static Map<String, String> told(Upgrade upgrade, String submittedBy) {
    return Map.of(
        "upgradeId", upgrade.upgradeId(),
        "type", upgrade.type().wireName(),
        "proposedBy", upgrade.proposedBy(),
        "submittedBy", submittedBy,
        "sha256", Sha256.hex(KernelShapes.create(upgrade, submittedBy).canonical()));
  }

  @Override
  public Answer<Done> approve(String upgradeId, Approved by, String once) {
    Json.Members content = KernelShapes.approve(by);
    return once(
        once,
        called("approve", upgradeId, content),
        now ->
            rows.lock(upgradeId)
                .map(state -> approve(upgradeId, state, by.approverId(), content.canonical(), now))
                .orElseGet(EmbeddedKernel::unknown),
        Done::new);
  }

  private Answer<Done> approve(
      String upgradeId, State state, String approver, byte[] approval, Instant now) {
    if (state == State.APPLIED && !rows.hasVoted(upgradeId, approver)) {
      return new Answer.Refused<>("already_applied", "the upgrade was applied without this vote");
    }
    if (!rows.add(upgradeId, approver, approval, now)) {
      return done();
    }
    Map<String, String> vote = Map.of("upgradeId", upgradeId, "approverId", approver);
    events.add(upgradeId, "approval.submitted", vote, now);
    int count = counting(upgradeId, now);
    if (state == State.CREATED && count >= settings.approvals()) {
      rows.reached(upgradeId);
      Map<String, String> quorum =
          Map.of("upgradeId", upgradeId, "approvals", String.valueOf(count));
      events.add(upgradeId, "upgrade.quorum_reached", quorum, now);
    }
    return done();
  }

  private int counting(String upgradeId, Instant now) {
    return rows.approvals(upgradeId, now.minus(APPROVAL_AGE_MAX));
  }

  @Override
  public Answer<Done> apply(String upgradeId, String appliedBy, String once) {
    return once(
        once,
        called("apply", upgradeId, KernelShapes.apply(appliedBy)),
        now ->
            rows.lock(upgradeId)
                .map(state -> apply(upgradeId, state, appliedBy, now))
                .orElseGet(EmbeddedKernel::unknown),
        Done::new);
  }

  private Answer<Done> apply(String upgradeId, State state, String appliedBy, Instant now) {
    if (state == State.APPLIED) {
      return done();
    }
    int count = counting(upgradeId, now);
    if (count < settings.approvals()) {
      return new Answer.Refused<>(
          "insufficient_quorum",
          "%s of %s approvals not older than %s days"
              .formatted(count, settings.approvals(), APPROVAL_AGE_MAX.toDays()));
    }
    rows.applied(upgradeId, appliedBy, now);
    Map<String, String> applied = Map.of("upgradeId", upgradeId, "appliedBy", appliedBy);
    events.add(upgradeId, "upgrade.applied", applied, now);
    return done();
  }

  @Override
  public Answer<Health> ready() {
    return reached(
        () -> {
          rows.requireAnswer();
          return new Answer.Given<>(new Health("ok", settings.approvals()));
        });
  }

  /** What is said under a key: the call, what it is about, and its body. */
  private static byte[] called(String call, String about, Json.Members body) {
    return Fields.object(
            Map.of("call", new Json.Text(call), "about", new Json.Text(about), "body", body))
        .canonical();
  }

  private interface Work<T> {
    Answer<T> at(Instant now);
  }

  /** Does what was not done under this key yet; a refusal leaves nothing behind, nor its key. */
  private <T> Answer<T> once(String once, byte[] content, Work<T> work, Supplier<T> before) {
    return reached(
        () ->
            transactions.execute(
                transaction -> {
                  Instant now = clock.instant();
                  Seen seen = rows.take(once, content, now);
                  Answer<T> answer =
                      switch (seen) {
                        case NEW -> work.at(now);
                        case SAME -> new Answer.Given<>(before.get());
                        case OTHER -> Answer.conflict("the key came with other content before");
                      };
                  if (answer instanceof Answer.Refused) {
                    transaction.setRollbackOnly();
                  }
                  return answer;
                }));
  }

  private static <T> Answer<T> reached(Supplier<Answer<T>> call) {
    try {
      return call.get();
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("The embedded Kernel cannot reach its tables: {}", e.getClass().getSimpleName());
      return new Answer.Away<>("the database does not answer");
    }
  }

  private static Answer<Done> done() {
    return new Answer.Given<>(new Done());
  }

  private static Answer<Done> unknown() {
    return new Answer.Refused<>("not_found", "there is no such upgrade");
  }
}
