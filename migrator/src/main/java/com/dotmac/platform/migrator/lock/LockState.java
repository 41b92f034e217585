package com.dotmac.platform.migrator.lock;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who has the right to change the database now, what they do, and who waits for whom.
 *
 * @param holder the session with the deployment lock; {@code null} when it is free
 * @param working the sessions that do the work; without a holder they are the rest of a killed run
 * @param waiting other migrators that are connected
 * @param row Liquibase's own lock
 */
public record LockState(
    @Nullable Session holder, List<Work> working, List<Session> waiting, LockRow row) {

  /** Keeps copies of the lists. */
  public LockState {
    working = List.copyOf(working);
    waiting = List.copyOf(waiting);
  }

  /**
   * A working session between those it waits for and those that wait for it.
   *
   * @param blockers empty when it does not wait
   * @param blocked the sessions that it keeps waiting
   */
  public record Work(Session session, List<Blocker> blockers, List<Session> blocked) {

    /** Keeps copies of the lists. */
    public Work {
      blockers = List.copyOf(blockers);
      blocked = List.copyOf(blocked);
    }
  }

  /**
   * The state now. Takes no lock and waits for nobody.
   *
   * @throws SQLException when the connection breaks
   */
  public static LockState read(Connection connection) throws SQLException {
    List<Session> holding = Session.holding(connection);
    List<Work> working = new ArrayList<>();
    for (Session session : Session.working(connection)) {
      working.add(
          new Work(
              session,
              Blocker.of(connection, session.pid()),
              Session.blockedBy(connection, session.pid())));
    }
    return new LockState(
        holding.isEmpty() ? null : holding.get(0),
        working,
        Session.others(connection),
        LockRow.read(connection));
  }
}
