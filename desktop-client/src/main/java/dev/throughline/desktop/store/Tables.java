package dev.throughline.desktop.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The tables of the local store. A file of another version is rebuilt, never migrated in place. */
final class Tables {
  static final int VERSION = 4;

  private static final List<String> CREATE =
      List.of(
          """
          create table meta(
            name varchar(60) primary key,
            content varchar(4000) not null)
          """,
          """
          create table record(
            id uuid primary key,
            kind varchar(60) not null,
            workspace uuid not null,
            parent uuid,
            rank varchar(320) not null,
            seq bigint not null,
            trashed boolean not null,
            waiting integer not null,
            changed_at bigint not null,
            fields blob not null)
          """,
          "create index record_by_parent on record(kind, parent, rank, id)",
          "create index record_by_rank on record(kind, trashed, rank, id)",
          """
          create table base(
            id uuid primary key,
            seq bigint not null,
            trashed boolean not null,
            fields blob not null)
          """,
          """
          create table pending(
            op_no bigint primary key,
            record uuid not null,
            workspace uuid not null,
            state varchar(10) not null,
            grouped boolean not null,
            since bigint not null,
            effect_seq bigint not null,
            reason varchar(40) not null,
            detail varchar(1000) not null)
          """,
          // Apart: how far an operation has come changes twice, and would take its content along.
          """
          create table pending_op(
            no bigint primary key,
            op blob not null)
          """,
          """
          create table arrival(
            author varchar(200) not null,
            record uuid not null,
            kind varchar(60) not null,
            is_new boolean not null,
            seq bigint not null,
            at bigint not null,
            primary key(author, record, kind))
          """,
          "create index arrival_by_seq on arrival(seq)",
          "create index pending_by_record on pending(record, op_no)",
          "create index pending_by_state on pending(workspace, state, effect_seq, op_no)");

  private Tables() {}

  static void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : CREATE) {
        statement.execute(sql);
      }
      statement.execute("insert into meta(name, content) values('version', '" + VERSION + "')");
    }
  }
}
