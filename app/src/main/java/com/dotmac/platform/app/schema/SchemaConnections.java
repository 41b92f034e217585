package com.dotmac.platform.app.schema;

import io.dropwizard.db.DataSourceFactory;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Connections of its own for who looks at the schema: before there is a pool, and beside one that
 * is used up. A busy instance is not an unreachable database.
 */
final class SchemaConnections {

  /** Seconds; a look that takes longer is as good as none. */
  private static final String PATIENCE = "15";

  private final DataSourceFactory database;

  /** Connections to the database that the application works on, as the same role. */
  SchemaConnections(DataSourceFactory database) {
    this.database = database;
  }

  /**
   * Connects; whoever asks closes it.
   *
   * @throws SQLException if there is no answer
   */
  Connection open() throws SQLException {
    Connection connection = DriverManager.getConnection(url(), properties());
    connection.setReadOnly(true);
    return connection;
  }

  /** The address, without parameters, which may hold secrets. */
  String address() {
    String url = url();
    int question = url.indexOf('?');
    return question < 0 ? url : url.substring(0, question);
  }

  /** The first sentence of the server or the driver; a host that does not exist it leaves out. */
  static String reason(SQLException e) {
    if (e.getCause() instanceof UnknownHostException unknown) {
      return "no machine has the name " + unknown.getMessage();
    }
    String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }

  private String url() {
    return String.valueOf(database.getUrl());
  }

  private Properties properties() {
    Properties properties = new Properties();
    properties.putAll(database.getProperties());
    properties.setProperty("socketTimeout", PATIENCE);
    if (database.getUser() != null) {
      properties.setProperty("user", database.getUser());
    }
    if (database.getPassword() != null) {
      properties.setProperty("password", database.getPassword());
    }
    return properties;
  }
}
