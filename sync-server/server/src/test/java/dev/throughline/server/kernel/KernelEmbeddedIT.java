package dev.throughline.server.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.model.signing.Base64s;
import dev.throughline.model.signing.Ed25519;
import dev.throughline.model.signing.Json;
import dev.throughline.model.signing.Sha256;
import dev.throughline.server.TestDatabase;
import dev.throughline.server.TestServers;
import dev.throughline.server.outside.Answer;
import dev.throughline.server.outside.Fields;
import dev.throughline.server.played.MovedClock;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The embedded Kernel on real Postgres. */
class KernelEmbeddedIT extends KernelContract {
  private static final String KEY = key();

  private final MovedClock clock = new MovedClock(Instant.parse("2026-11-27T12:00:00Z"));
  private final JdbcClient sql = TestServers.bean(JdbcClient.class);
  private final PlatformTransactionManager transactions =
      TestServers.bean(PlatformTransactionManager.class);

  private static String key() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return Base64s.write(pair.getPrivate().getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KernelSettings settings(String eventName, HashProfile profile, String key) {
    return new KernelSettings(
        Optional.empty(), Optional.empty(), 2, eventName, profile, Optional.of(key));
  }

  private Kernel kernel(KernelSettings settings) {
    KernelKey key = KernelConfiguration.key(settings);
    return EmbeddedKernel.of(settings, key, sql, transactions, clock);
  }

  /** As if by another server each time. */
  @Override
  Kernel kernel() {
    return kernel(settings("type", HashProfile.DIGEST, KEY));
  }

  @Override
  List<String> events(String upgradeId) {
    return sql.sql("select name from kernel.event where about = ? order by idx")
        .param(upgradeId)
        .query(String.class)
        .list();
  }

  @Override
  long signatures(String manifestId) {
    return sql.sql("select count(*) from kernel.signature where manifest_id = ?")
        .param(manifestId)
        .query(Long.class)
        .single();
  }

  @Override
  void pass(Duration time) {
    clock.pass(time);
  }

  private byte[] spki(String signer) {
    return sql.sql("select public_key from kernel.signer where id = ?")
        .param(signer)
        .query((row, _) -> row.getBytes(1))
        .single();
  }

  @ParameterizedTest
  @EnumSource
  void whatItSignsCanBeVerified(HashProfile profile) {
    Json.Members manifest = manifest(id, "a");
    SignatureRecord signed = given(kernel(settings("type", profile, KEY)).sign(manifest, once()));
    byte[] message = manifest.canonical();
    byte[] spki = spki(signed.signerId());
    assertThat(Sha256.hex(spki)).isEqualTo(signed.signerId());
    assertThat(
            Ed25519.verifies(
                spki,
                profile == HashProfile.DIGEST ? Sha256.of(message) : message,
                Base64s.read(signed.signature()).orElseThrow()))
        .isTrue();
  }

  @Test
  void anotherKeyIsAnotherSignerAndIsTold() {
    SignatureRecord first = given(kernel().sign(manifest(id, "a"), once()));
    String other = key();
    SignatureRecord second =
        given(kernel(settings("type", HashProfile.DIGEST, other)).sign(manifest(id, "a"), once()));
    assertThat(second.signerId()).isNotEqualTo(first.signerId());
    assertThat(Integer.parseInt(second.keyVersion()))
        .isGreaterThan(Integer.parseInt(first.keyVersion()));
    assertThat(events("_signers")).contains("signer.rotation");
    assertThat(given(kernel().sign(manifest(id, "b"), once())).keyVersion())
        .isEqualTo(first.keyVersion());
  }

  @Test
  void eventsAreChainedAndSigned() {
    Kernel kernel = kernel(settings("eventType", HashProfile.MESSAGE, KEY));
    assertDone(kernel.create(upgrade(id, "a secret reason"), "throughline", once()));
    assertDone(kernel.approve(id, vote("ann"), once()));
    byte[] before = new byte[0];
    for (Fields event : documents()) {
      ByteArrayOutputStream message = new ByteArrayOutputStream();
      message.writeBytes(event.object("payload").orElseThrow().json().canonical());
      message.writeBytes(before);
      assertThat(event.text("prevHash")).contains(HexFormat.of().formatHex(before));
      before = Sha256.of(message.toByteArray());
      assertThat(event.text("hash")).contains(HexFormat.of().formatHex(before));
      assertThat(event.text("eventType")).isPresent();
      assertThat(
              Ed25519.verifies(
                  spki(event.text("signerId").orElseThrow()),
                  message.toByteArray(),
                  Base64s.read(event.text("signature").orElseThrow()).orElseThrow()))
          .isTrue();
      assertThat(new String(event.json().canonical(), StandardCharsets.UTF_8))
          .doesNotContain("secret", "agreed");
    }
    assertThat(documents()).hasSize(2);
  }

  private List<Fields> documents() {
    return sql
        .sql("select event from kernel.event where about = ? order by idx")
        .param(id)
        .query((row, _) -> row.getBytes(1))
        .list()
        .stream()
        .map(bytes -> ((Json.Parsed.Read) Json.parse(bytes)).json())
        .flatMap(json -> Fields.of(json).stream())
        .toList();
  }

  @Test
  void itDoesNotHangOnTheTransactionOfItsCaller() {
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            outer -> {
              assertDone(kernel().create(upgrade(id, "why"), "throughline", once()));
              assertRefused(kernel().apply(id, "throughline", once()), "insufficient_quorum");
              assertThat(outer.isRollbackOnly()).isFalse();
              outer.setRollbackOnly();
            });
    assertThat(events(id)).containsExactly("upgrade.created");
  }

  @Test
  void aDatabaseThatIsAwayIsNoRefusal() {
    var away = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/none?connectTimeout=1");
    KernelSettings settings = settings("type", HashProfile.DIGEST, KEY);
    Kernel kernel =
        EmbeddedKernel.of(
            settings,
            KernelConfiguration.key(settings),
            JdbcClient.create(away),
            new DataSourceTransactionManager(away),
            clock);
    assertThat(kernel.ready()).isInstanceOf(Answer.Away.class);
    assertThat(kernel.sign(manifest(id, "a"), once())).isInstanceOf(Answer.Away.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from kernel.signature",
        "delete from kernel.upgrade",
        "delete from kernel.approval",
        "delete from kernel.event",
        "truncate kernel.event",
        "update kernel.signature set signature = 'x'",
        "update kernel.approval set approver = 'x'",
        "update kernel.event set name = 'x'",
        "update kernel.upgrade set manifest = 'x'",
        "update kernel.call set once = 'x'"
      })
  void theServerCannotChangeWhatWasTakenIn(String statement) throws SQLException {
    try (Connection app = TestDatabase.asApp();
        Connection owner = TestDatabase.asOwner()) {
      assertDenied(app, statement, "42501");
      if (!statement.contains("upgrade set")) {
        assertDenied(owner, statement, "TL002");
      }
    }
  }

  @Test
  void whatIsAppliedStaysSo() throws SQLException {
    kernel().create(upgrade(id, "why"), "throughline", once());
    kernel().approve(id, vote("ann"), once());
    kernel().approve(id, vote("bob"), once());
    assertDone(kernel().apply(id, "throughline", once()));
    try (Connection app = TestDatabase.asApp()) {
      assertDenied(
          app, "update kernel.upgrade set state = 'created' where id = '" + id + "'", "TL002");
    }
  }

  private static void assertDenied(Connection connection, String statement, String state) {
    assertThatThrownBy(
            () -> {
              try (var running = connection.createStatement()) {
                running.execute(statement);
              }
            })
        .as(statement)
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(state));
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "AAAA", "MC4CAQAwBQYDK2VwBCIEIA=="})
  void whatIsNoKeyIsSaidWithoutShowingIt(String key) {
    assertThatThrownBy(() -> settings("type", HashProfile.DIGEST, key))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Ed25519")
        .message()
        .doesNotContain(key);
  }
}
