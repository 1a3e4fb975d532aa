package dev.throughline.engines;

import static dev.throughline.engines.EngineSamples.ask;
import static dev.throughline.engines.EngineSamples.connect;
import static dev.throughline.engines.EngineSamples.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresEngineIT {
  private static final String INSUFFICIENT_PRIVILEGE = "42501";
  private static final String INVALID_PASSWORD = "28P01";

  @TempDir private static Path home;
  private static PostgresEngine engine;

  @BeforeAll
  static void firstStart() {
    engine = EngineSamples.start(home.resolve("folder with a space").resolve("postgres"));
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  private static Path dataFolder() {
    return home.resolve("folder with a space").resolve("postgres");
  }

  @Test
  void runsTheVersionItClaims() throws SQLException {
    assertThat(ask(engine, engine.app(), "show server_version"))
        .isEqualTo(PostgresPrograms.VERSION);
  }

  @ParameterizedTest
  @CsvSource({
    "listen_addresses,127.0.0.1",
    "unix_socket_directories,''",
    "fsync,on",
    "synchronous_commit,on",
    "full_page_writes,on",
    "data_checksums,on",
    "server_encoding,UTF8",
    "password_encryption,scram-sha-256",
    "max_connections,60",
    "shared_buffers,64MB",
    "log_min_messages,log"
  })
  void runsWithItsSettings(String name, String value) throws SQLException {
    assertThat(ask(engine, engine.superuser(), "show " + name)).isEqualTo(value);
  }

  @Test
  void knowsCasesOfOtherAlphabetsAndSortsByCodePoint() throws SQLException {
    assertThat(ask(engine, engine.app(), "select lower('ÄЖ')")).isEqualTo("äж");
    assertThat(ask(engine, engine.app(), "select ('Z' < 'a')::text")).isEqualTo("true");
  }

  @Test
  void refusesWrongPasswords() {
    for (var who : List.of(engine.superuser(), engine.owner(), engine.app(), engine.sequencer())) {
      var liar = new Credentials(who.user(), "wrong");
      assertThatThrownBy(() -> connect(engine, liar))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(INVALID_PASSWORD));
    }
  }

  @Test
  void letsNobodyInWithoutProof() throws IOException, SQLException {
    assertThat(Files.readAllLines(dataFolder().resolve("pg_hba.conf")))
        .containsExactly("host all all 127.0.0.1/32 scram-sha-256");
    assertThat(
            ask(
                engine,
                engine.superuser(),
                "select count(*) from pg_authid where rolpassword like 'SCRAM-SHA-256$%'"))
        .isEqualTo("4");
  }

  @Test
  void rolesOfOurProgramsHaveNoSpecialPowers() throws SQLException {
    var powers =
        """
        select count(*) from pg_roles
        where rolname like 'throughline_%'
          and not (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication)\
        """;
    assertThat(ask(engine, engine.superuser(), powers)).isEqualTo("3");
  }

  @Test
  void onlyTheOwnerMayCreateTables() throws SQLException {
    run(engine, engine.owner(), "create table owned (id int)");
    for (var who : List.of(engine.app(), engine.sequencer())) {
      assertRefused(who, "create table public.mine (id int)");
      assertRefused(who, "create temporary table mine (id int)");
      assertRefused(who, "create schema mine");
      assertRefused(who, "select * from owned");
    }
  }

  private static void assertRefused(Credentials who, String sql) {
    assertThatThrownBy(() -> run(engine, who, sql))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
  }

  @Test
  void rolesMayNotEnterOtherDatabases() {
    var url = engine.jdbcUrl().replace("/throughline", "/postgres");
    var app = engine.app();
    assertThatThrownBy(() -> DriverManager.getConnection(url, app.user(), app.password()))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
  }

  @Test
  void failingStatementsLeaveNoTextInTheLog() throws SQLException, IOException {
    assertRefused(engine.app(), "create table spoken_words_of_a_person (id int)");
    run(engine, engine.owner(), "create table once (word text primary key)");
    run(engine, engine.owner(), "insert into once values ('spoken word')");
    assertThatThrownBy(() -> run(engine, engine.owner(), "insert into once values ('spoken word')"))
        .isInstanceOf(SQLException.class);
    try (var logs = Files.list(dataFolder().resolve("log"))) {
      assertThat(logs)
          .isNotEmpty()
          .allSatisfy(log -> assertThat(log).content().doesNotContain("spoken"));
    }
  }

  @Test
  void startsAgainWithItsDataItsPasswordsAndItsPort() throws SQLException {
    run(engine, engine.owner(), "create table kept as select 42 as answer");
    var before = List.of(engine.jdbcUrl(), engine.owner(), engine.app(), engine.sequencer());

    engine.close();
    engine.close();
    engine = EngineSamples.start(dataFolder());

    assertThat(List.of(engine.jdbcUrl(), engine.owner(), engine.app(), engine.sequencer()))
        .isEqualTo(before);
    assertThat(ask(engine, engine.owner(), "select answer from kept")).isEqualTo("42");
  }

  @Test
  void staleProcessNumberOfAStrangerIsNoObstacle() throws SQLException, IOException {
    engine.close();
    long stranger = ProcessHandle.current().pid();
    Files.writeString(
        dataFolder().resolve("postmaster.pid"),
        "%s\n%s\n1\n1\n\n127.0.0.1\n".formatted(stranger, dataFolder()));

    engine = EngineSamples.start(dataFolder());

    assertThat(ask(engine, engine.app(), "select 1")).isEqualTo("1");
  }

  @Test
  void takesAnotherPortWhenItsOwnIsLostMeanwhile() throws SQLException, IOException {
    int port = engine.port();
    engine.close();
    try (var other = new ServerSocket(port)) {
      engine = EngineSamples.start(dataFolder());
      assertThat(engine.port()).isNotEqualTo(other.getLocalPort());
      assertThat(ask(engine, engine.app(), "select 1")).isEqualTo("1");
    }
  }
}
