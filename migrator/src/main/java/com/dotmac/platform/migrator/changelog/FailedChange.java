package com.dotmac.platform.migrator.changelog;

import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.outcome.Refusal;
import java.sql.SQLException;
import liquibase.changelog.ChangeSet;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Says which change failed, what the server said of it, and that it left nothing behind. */
final class FailedChange {
  private FailedChange() {}

  static Refusal explain(ChangeSet failed, String where, Changelog changelog, Throwable cause) {
    SQLException sql = Causes.last(cause, SQLException.class);
    String why = sql == null ? lastMessage(cause) : serverWords(sql, failed, changelog);
    String rest =
        failed.isRunInTransaction()
            ? "It was rolled back: nothing of it remains. The changes before it stay applied."
            : "It does not run in a transaction: parts of it may remain.";
    return new Refusal(
        ExitCode.CHANGE_FAILED,
        "change " + failed.getId() + " failed on " + where,
        why + "\n" + rest,
        next(sql, failed),
        cause);
  }

  static Refusal explainRollback(ChangeSet failed, String where, Throwable cause) {
    for (Throwable at = cause; at != null; at = at.getCause()) {
      if (at instanceof Refusal refusal) {
        return refusal;
      }
    }
    SQLException sql = Causes.last(cause, SQLException.class);
    String why = sql == null ? lastMessage(cause) : serverWords(sql, failed, null);
    String rest =
        failed.isRunInTransaction()
            ? "The change stays applied as it was. Those after it are taken back."
            : "It does not run in a transaction: parts of it may be taken back.";
    return new Refusal(
        ExitCode.CHANGE_FAILED,
        "the rollback of change " + failed.getId() + " failed on " + where,
        why + "\n" + rest,
        "correct the rollback section of "
            + failed.getFilePath()
            + " (its checksum does not change by that),\nthen run the same command again",
        cause);
  }

  private static String next(@Nullable SQLException sql, ChangeSet failed) {
    if (sql != null && "42501".equals(sql.getSQLState())) {
      return "have an administrator grant the right, or connect as the owner of the database"
          + " (DATABASE_USER);\nthen run the same command again";
    }
    return "correct " + failed.getFilePath() + ", then run the same command again";
  }

  private static String serverWords(
      SQLException sql, ChangeSet failed, @Nullable Changelog changelog) {
    ServerErrorMessage server =
        sql instanceof PSQLException failure ? failure.getServerErrorMessage() : null;
    if (server == null) {
      return failed.getFilePath() + ": " + sql.getMessage();
    }
    StringBuilder words = new StringBuilder(failed.getFilePath());
    SourceLine line =
        changelog == null
            ? null
            : SourceLine.of(failed, changelog, server.getPosition(), server.getMessage());
    words.append(line == null ? "" : " line " + line.number()).append(": ");
    words.append(server.getMessage()).append(" (").append(server.getSQLState()).append(')');
    if (line != null) {
      words.append("\nat:     ").append(line.text());
    }
    append(words, "detail: ", server.getDetail());
    append(words, "hint:   ", server.getHint());
    return words.toString();
  }

  private static void append(StringBuilder words, String label, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      words.append('\n').append(label).append(text.strip());
    }
  }

  private static String lastMessage(Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    for (Throwable at = cause; at != null; at = at.getCause()) {
      if (at.getMessage() != null) {
        message = at.getMessage();
      }
    }
    return message;
  }
}
