package com.dotmac.platform.migrator.lock;

import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.outcome.Refusal;
import com.dotmac.platform.migrator.target.Target;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the lock from a migrator that is provably gone.
 *
 * <p>The server drops the lock with the session, so as long as it is held there is a session. What
 * may be gone is the client: its machine lost power or its network, and the server has not noticed.
 * A living migrator looks at its work through the lock's session twice a second, whatever the work
 * waits for; a session that has long begun no statement has no living migrator behind it. Its
 * working sessions are ended with it, so that one that was only asleep cannot commit afterwards.
 */
public final class Release {
  private Release() {}

  /**
   * Ends the sessions of a holder that has been silent, or what is left of one, and sets a stale
   * lock row free.
   *
   * @param silence how long the holder must have given no sign of life
   * @return what was done, as lines for people; empty when nothing was held
   * @throws Refusal when the holder lives, or cannot be told to be gone
   * @throws SQLException when the connection breaks
   */
  public static List<String> attempt(Target target, Connection connection, Duration silence)
      throws SQLException {
    LockState state = LockState.read(connection);
    Session holder = state.holder();
    List<String> done = new ArrayList<>();
    if (holder != null) {
      refuseLiving(target, holder, silence);
      // The work first: what it has not committed is rolled back before anybody else has the lock.
      for (LockState.Work work : state.working()) {
        done.add(end(connection, work.session()));
      }
      done.add(end(connection, holder));
    }
    if (holder != null || state.row().locked()) {
      Turn turn = new Turn(target, connection, Duration.ofSeconds(10), Witness.of(done::add));
      turn.await();
    }
    return done;
  }

  private static void refuseLiving(Target target, Session holder, Duration silence) {
    Long silent = holder.silentSeconds();
    if (!holder.isOfMigrator() || silent == null) {
      throw refusal(target, holder, "It cannot be told whether its client is gone.");
    }
    if (silent < silence.toSeconds()) {
      throw refusal(target, holder, "It gave a sign of life " + silent + " s ago.");
    }
  }

  private static String end(Connection connection, Session session) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT pg_terminate_backend(?, 10000)")) {
      statement.setInt(1, session.pid());
      statement.execute();
    }
    return "Ended " + session.describe();
  }

  private static Refusal refusal(Target target, Session holder, String why) {
    return new Refusal(
        ExitCode.REFUSED,
        "the deployment lock of " + target.describe() + " is not taken from its holder",
        why + "\nHolder: " + holder.describe() + "\nNothing was changed.",
        "wait until it has ended; if you know that it must not go on:\nSELECT pg_terminate_backend("
            + holder.pid()
            + ");",
        null);
  }
}
