package dev.throughline.identity;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Makes the tables of the sessions in a schema of their own. The first has the columns that the
 * library asks for.
 */
final class SessionTables {
  static final String SCHEMA = "identity";

  private static final List<String> STATEMENTS =
      List.of(
          "create schema if not exists identity",
          """
          create table if not exists identity.oauth2_authorization (
            id text primary key, registered_client_id text not null, principal_name text not null,
            authorization_grant_type text not null, authorized_scopes text, attributes text,
            state text, authorization_code_value text, authorization_code_issued_at timestamptz,
            authorization_code_expires_at timestamptz, authorization_code_metadata text,
            access_token_value text, access_token_issued_at timestamptz,
            access_token_expires_at timestamptz, access_token_metadata text,
            access_token_type text, access_token_scopes text, oidc_id_token_value text,
            oidc_id_token_issued_at timestamptz, oidc_id_token_expires_at timestamptz,
            oidc_id_token_metadata text, refresh_token_value text,
            refresh_token_issued_at timestamptz, refresh_token_expires_at timestamptz,
            refresh_token_metadata text, user_code_value text, user_code_issued_at timestamptz,
            user_code_expires_at timestamptz, user_code_metadata text, device_code_value text,
            device_code_issued_at timestamptz, device_code_expires_at timestamptz,
            device_code_metadata text)
          """,
          """
          create table if not exists identity.spent_token (
            hash text primary key, session text not null)
          """,
          "create index if not exists spent_token_by_session on identity.spent_token (session)");

  private SessionTables() {}

  static void make(String url, String user, String password) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement()) {
      for (String sql : STATEMENTS) {
        statement.execute(sql);
      }
    }
  }
}
