package com.dotmac.platform.migrator.target;

import java.util.Map;

/**
 * The database a run is for.
 *
 * @param url address in JDBC form, without credentials
 * @param host as a person would name it; the first of several
 * @param port the port on that host
 * @param database name of the database
 * @param user role to connect as; empty leaves the choice to the driver
 * @param password empty when none was given; never shown
 * @param properties further settings of the driver
 */
public record Target(
    String url,
    String host,
    int port,
    String database,
    String user,
    String password,
    Map<String, String> properties) {

  /** Keeps a copy of the properties. */
  public Target {
    properties = Map.copyOf(properties);
  }

  /** Which database, for messages: {@code database dotmac at localhost:5432}. */
  public String describe() {
    return "database " + database + " at " + host + ":" + port;
  }

  /** Which database and role, for messages about the connection; never the password. */
  @Override
  public String toString() {
    return describe() + (user.isEmpty() ? "" : " as " + user);
  }
}
