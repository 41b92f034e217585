package com.dotmac.platform.migrator.target;

import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.outcome.Refusal;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Turns the driver's reasons for not connecting into a message that says what to mend. */
final class ConnectionFailure {
  private static final String AGAIN = ", then run the same command again";

  private ConnectionFailure() {}

  static Refusal explain(Target target, SQLException e) {
    Throwable root = root(e);
    if (root instanceof UnknownHostException) {
      return refusal(
          target,
          e,
          "No machine has the name " + target.host() + ".",
          "correct the host in DATABASE_URL" + AGAIN);
    }
    if (root instanceof SocketTimeoutException || root instanceof NoRouteToHostException) {
      return refusal(
          target,
          e,
          "The server did not answer. A firewall may be in the way, or the host is wrong.",
          "check host and network of DATABASE_URL" + AGAIN);
    }
    if (root instanceof ConnectException) {
      return refusal(
          target,
          e,
          "Connection refused: nothing listens at " + target.host() + ":" + target.port() + ".",
          "start PostgreSQL, or correct host and port in DATABASE_URL" + AGAIN);
    }
    return byState(target, e);
  }

  private static Refusal byState(Target target, SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    return switch (state) {
      case "28P01" ->
          refusal(
              target,
              e,
              "The server does not accept the password of role " + target.user() + ".",
              "set DATABASE_USER and DATABASE_PASSWORD" + AGAIN);
      case "08004" ->
          refusal(
              target,
              e,
              "The server wants a password and none was given, or it turned the connection away:\n"
                  + said(e),
              "set DATABASE_PASSWORD" + AGAIN);
      case "28000" ->
          refusal(
              target,
              e,
              "The server does not let this role in: " + said(e),
              "check DATABASE_USER, and pg_hba.conf of the server" + AGAIN);
      case "3D000" ->
          refusal(
              target,
              e,
              "The server has no database of this name.",
              "correct the name in DATABASE_URL, or have it created:\n"
                  + "CREATE DATABASE "
                  + target.database()
                  + (target.user().isEmpty() ? "" : " OWNER " + target.user())
                  + ";");
      case "42501" ->
          refusal(
              target,
              e,
              "The role may not connect to this database.",
              "have the database's owner run: GRANT CONNECT ON DATABASE "
                  + target.database()
                  + " TO "
                  + target.user()
                  + ";");
      case "57P03", "53300" ->
          refusal(target, e, "The server takes no connection now: " + said(e), "try again shortly");
      default ->
          refusal(
              target, e, said(e), "check DATABASE_URL, DATABASE_USER, DATABASE_PASSWORD" + AGAIN);
    };
  }

  private static Refusal refusal(Target target, SQLException e, String why, String next) {
    return new Refusal(ExitCode.UNREACHABLE, "cannot connect to " + target, why, next, e);
  }

  private static String said(SQLException e) {
    @Nullable String message = e.getMessage();
    return message == null ? "no reason given" : message;
  }

  private static Throwable root(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
