package com.dotmac.platform.app.schema;

import com.dotmac.platform.app.PlatformConfiguration;
import com.dotmac.platform.domain.schema.RequiredSchema;
import io.dropwizard.core.ConfiguredBundle;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.db.DataSourceFactory;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refuses to start on a database that is not the one this build needs, or with a role that could
 * change it.
 *
 * <p>It is the first bundle: before Hibernate, before any pool, before a port is opened.
 */
public final class SchemaGate implements ConfiguredBundle<PlatformConfiguration> {

  private static final Logger LOGGER = LoggerFactory.getLogger(SchemaGate.class);

  private static final int REFUSED = 6;

  private final RequiredSchema required;

  /**
   * A gate for a build.
   *
   * @param required what the build needs
   */
  public SchemaGate(RequiredSchema required) {
    this.required = required;
  }

  /**
   * Looks at the database of the configuration.
   *
   * @throws SchemaRefusedException if the application must not start on it
   */
  @Override
  public void run(PlatformConfiguration configuration, Environment environment) {
    DataSourceFactory database = configuration.getDatabase();
    try (Connection connection =
        DriverManager.getConnection(database.getUrl(), properties(database))) {
      SchemaReport report = new SchemaInspector(required, () -> connection).inspect(connection);
      refuseUnlessFit(report);
      refuseUnlessWeak(RoleRights.read(connection));
      tell(report);
    } catch (SQLException e) {
      throw new SchemaRefusedException(message(database, e), SchemaState.UNREACHABLE.exitCode());
    }
  }

  private static void tell(SchemaReport report) {
    if (report.state() == SchemaState.BEHIND_TOLERATED) {
      LOGGER.warn("Schema gate: {}", report.message());
    } else {
      LOGGER.debug("Schema gate: {}", report.message());
    }
  }

  private static void refuseUnlessFit(SchemaReport report) {
    if (!report.state().fit()) {
      throw new SchemaRefusedException(report.message(), report.state().exitCode());
    }
  }

  private static void refuseUnlessWeak(RoleRights rights) {
    if (!rights.excess().isEmpty()) {
      throw new SchemaRefusedException(
          "The role "
              + rights.role()
              + " "
              + String.join(", ", rights.excess())
              + ". The app must connect as a role that can use tables and change none: dotmac_app.",
          REFUSED);
    }
  }

  private static String message(DataSourceFactory database, SQLException e) {
    if ("42501".equals(e.getSQLState())) {
      return "The role "
          + database.getUser()
          + " may not read the history of changes ("
          + reason(e)
          + "). Connect as dotmac_app, or grant it: GRANT dotmac_app TO "
          + database.getUser()
          + ";";
    }
    return "The database at "
        + withoutParameters(database.getUrl())
        + " does not answer: "
        + reason(e)
        + ". "
        + SchemaState.UNREACHABLE.remedy();
  }

  /** The first sentence of the server or the driver; a host that does not exist it leaves out. */
  private static String reason(SQLException e) {
    if (e.getCause() instanceof UnknownHostException unknown) {
      return "no machine has the name " + unknown.getMessage();
    }
    String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }

  private static Properties properties(DataSourceFactory database) {
    Properties properties = new Properties();
    properties.putAll(database.getProperties());
    if (database.getUser() != null) {
      properties.setProperty("user", database.getUser());
    }
    if (database.getPassword() != null) {
      properties.setProperty("password", database.getPassword());
    }
    return properties;
  }

  private static String withoutParameters(String url) {
    int question = url.indexOf('?');
    return question < 0 ? url : url.substring(0, question);
  }
}
