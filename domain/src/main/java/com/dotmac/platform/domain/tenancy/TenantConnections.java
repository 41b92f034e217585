package com.dotmac.platform.domain.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.hibernate.engine.jdbc.connections.spi.MultiTenantConnectionProvider;
import org.hibernate.service.UnknownUnwrapTypeException;

/**
 * Gives a session its connection and names the session's tenant, and the partner that this thread
 * is bound to, in the transaction that begins with it.
 *
 * <p>The setting is local to the transaction: PostgreSQL forgets it at commit and rollback, so a
 * connection that goes back to the pool carries neither. Connections come without auto-commit, and
 * the driver sends {@code BEGIN} together with the first statement: naming the tenant costs one
 * round trip, and a session that touches no data costs none.
 */
public final class TenantConnections implements MultiTenantConnectionProvider<UUID> {

  private static final long serialVersionUID = 1L;
  private static final String NAME =
      "SELECT set_config('dotmac.tenant_id', ?, true), set_config('dotmac.partner_id', ?, true)";

  private final transient DataSource dataSource;
  private final transient Runnable purge;

  /**
   * Connections from a pool.
   *
   * @param dataSource pool whose connections have auto-commit off
   * @param purge throws away the connections of the pool
   */
  public TenantConnections(DataSource dataSource, Runnable purge) {
    this.dataSource = dataSource;
    this.purge = purge;
  }

  @Override
  public Connection getAnyConnection() throws SQLException {
    return dataSource.getConnection();
  }

  @Override
  public void releaseAnyConnection(Connection connection) throws SQLException {
    connection.close();
  }

  /**
   * A connection whose transaction names the tenant.
   *
   * <p>If the server has gone away since the pool last looked, its other connections are as dead as
   * this one: they are all thrown away and the name is said once more on a new one. Nothing was
   * done yet that could be done twice.
   */
  @Override
  public Connection getConnection(UUID tenantId) throws SQLException {
    try {
      return open(tenantId);
    } catch (SQLException e) {
      if (!isBroken(e)) {
        throw e;
      }
      purge.run();
      return open(tenantId);
    }
  }

  private Connection open(UUID tenantId) throws SQLException {
    Connection connection = connect();
    if (tenantId.equals(TenantIdentifiers.NONE)) {
      return connection;
    }
    try {
      name(connection, scopeOf(tenantId));
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** The partner is the thread's; a session of another tenant is for none. */
  private static TenantScope scopeOf(UUID tenantId) {
    return CurrentTenant.find()
        .filter(scope -> scope.tenantId().equals(tenantId))
        .orElseGet(() -> new TenantScope(tenantId));
  }

  /**
   * Names the tenant of a transaction, and its partner or that it is for none, from here to its end
   * or to the next name.
   *
   * @param connection with auto-commit off
   * @param scope tenant and partner
   * @throws SQLException if the database does not answer
   */
  public static void name(Connection connection, TenantScope scope) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(NAME)) {
      UUID partnerId = scope.partnerId();
      statement.setString(1, scope.tenantId().toString());
      statement.setString(2, partnerId == null ? "" : partnerId.toString());
      statement.execute();
    }
  }

  private Connection connect() throws NoConnectionException {
    try {
      return dataSource.getConnection();
    } catch (SQLException e) {
      throw new NoConnectionException(e);
    }
  }

  /** Whether the connection is gone: class 08 of SQLSTATE, or the server said good-bye (57P). */
  private static boolean isBroken(SQLException e) {
    String state = e.getSQLState();
    return state != null && (state.startsWith("08") || state.startsWith("57P"));
  }

  @Override
  public void releaseConnection(UUID tenantId, Connection connection) throws SQLException {
    connection.close();
  }

  @Override
  public boolean supportsAggressiveRelease() {
    return false;
  }

  @Override
  public boolean isUnwrappableAs(Class<?> unwrapType) {
    return unwrapType.isInstance(this);
  }

  @Override
  public <T> T unwrap(Class<T> unwrapType) {
    if (!isUnwrappableAs(unwrapType)) {
      throw new UnknownUnwrapTypeException(unwrapType);
    }
    return unwrapType.cast(this);
  }
}
