package com.dotmac.platform.domain.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.hibernate.engine.jdbc.connections.spi.MultiTenantConnectionProvider;
import org.hibernate.service.UnknownUnwrapTypeException;

/**
 * Gives a session its connection and names the session's tenant in the transaction that begins with
 * it.
 *
 * <p>The setting is local to the transaction: PostgreSQL forgets it at commit and rollback, so a
 * connection that goes back to the pool carries no tenant. Connections come without auto-commit,
 * and the driver sends {@code BEGIN} together with the first statement: naming the tenant costs one
 * round trip, and a session that touches no data costs none.
 */
public final class TenantConnections implements MultiTenantConnectionProvider<UUID> {

  private static final long serialVersionUID = 1L;

  private final transient DataSource dataSource;

  /**
   * Connections from a pool.
   *
   * @param dataSource pool whose connections have auto-commit off
   */
  public TenantConnections(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Connection getAnyConnection() throws SQLException {
    return dataSource.getConnection();
  }

  @Override
  public void releaseAnyConnection(Connection connection) throws SQLException {
    connection.close();
  }

  @Override
  public Connection getConnection(UUID tenantId) throws SQLException {
    Connection connection = dataSource.getConnection();
    if (tenantId.equals(TenantIdentifiers.NONE)) {
      return connection;
    }
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT set_config('dotmac.tenant_id', ?, true)")) {
      statement.setString(1, tenantId.toString());
      statement.execute();
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
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
