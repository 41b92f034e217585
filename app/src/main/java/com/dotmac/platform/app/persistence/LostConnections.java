package com.dotmac.platform.app.persistence;

import java.lang.reflect.Method;
import java.sql.SQLException;
import org.apache.tomcat.jdbc.pool.ConnectionPool;
import org.apache.tomcat.jdbc.pool.JdbcInterceptor;
import org.apache.tomcat.jdbc.pool.PooledConnection;
import org.jspecify.annotations.Nullable;

/**
 * Lets a rollback on a lost connection succeed: the server rolls back what a lost connection began.
 * Otherwise the failure of the rollback hides the failure that it was for, and the caller is told
 * of a defect instead of a database that is away.
 */
public final class LostConnections extends JdbcInterceptor {

  private static final String ROLLBACK = "rollback";

  /** For the pool. */
  public LostConnections() {}

  @Override
  public void reset(@Nullable ConnectionPool pool, @Nullable PooledConnection connection) {
    // Keeps nothing of a connection.
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return super.invoke(proxy, method, arguments);
    } catch (SQLException e) {
      if (compare(ROLLBACK, method) && isLost(e)) {
        return null;
      }
      throw e;
    }
  }

  /** Class 08 of SQLSTATE, or the server said good-bye (57P). */
  private static boolean isLost(SQLException e) {
    String state = e.getSQLState();
    return state != null && (state.startsWith("08") || state.startsWith("57P"));
  }
}
