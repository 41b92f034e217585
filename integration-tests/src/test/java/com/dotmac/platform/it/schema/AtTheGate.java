package com.dotmac.platform.it.schema;

import com.dotmac.platform.app.PlatformConfiguration;
import com.dotmac.platform.app.schema.SchemaGate;
import com.dotmac.platform.app.schema.SchemaRefusedException;
import com.dotmac.platform.app.schema.SchemaSettings;
import com.dotmac.platform.domain.schema.RequiredCatalog;
import com.dotmac.platform.domain.schema.RequiredSchema;
import com.dotmac.platform.it.harness.TestDatabase;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.db.DataSourceFactory;
import java.util.Optional;

/** The gate alone, without the application behind it. */
final class AtTheGate {
  private AtTheGate() {}

  /** Whether the gate lets the app's role in. */
  static boolean letsIn(TestDatabase database, SchemaSettings settings) {
    return knock(database, settings).isEmpty();
  }

  /** The same with the settings that nobody has changed. */
  static boolean letsIn(TestDatabase database) {
    return letsIn(database, new SchemaSettings());
  }

  /** What the gate says to the app's role; ends the test if it lets it in. */
  static SchemaRefusedException refusal(TestDatabase database, SchemaSettings settings) {
    return knock(database, settings)
        .orElseThrow(() -> new AssertionError("The gate lets the app in"));
  }

  /** The same with the settings that nobody has changed. */
  static SchemaRefusedException refusal(TestDatabase database) {
    return refusal(database, new SchemaSettings());
  }

  private static Optional<SchemaRefusedException> knock(
      TestDatabase database, SchemaSettings settings) {
    PlatformConfiguration configuration = new PlatformConfiguration();
    DataSourceFactory source = new DataSourceFactory();
    source.setUrl(database.jdbcUrl());
    source.setUser(database.appUser());
    source.setPassword(database.appPassword());
    configuration.setDatabase(source);
    configuration.setSchema(settings);
    try {
      new SchemaGate(RequiredSchema.ofThisBuild(), RequiredCatalog.ofThisBuild())
          .run(configuration, new Environment("gate"));
      return Optional.empty();
    } catch (SchemaRefusedException e) {
      return Optional.of(e);
    }
  }
}
