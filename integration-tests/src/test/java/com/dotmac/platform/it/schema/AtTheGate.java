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
import org.jspecify.annotations.Nullable;

/** The gate alone, without the application behind it. */
final class AtTheGate {
  private AtTheGate() {}

  /** What the gate says of a database to the app's role; {@code null} when it lets it in. */
  static @Nullable SchemaRefusedException refusal(TestDatabase database, SchemaSettings settings) {
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
      return null;
    } catch (SchemaRefusedException e) {
      return e;
    }
  }

  /** The same with the settings that nobody has changed. */
  static @Nullable SchemaRefusedException refusal(TestDatabase database) {
    return refusal(database, new SchemaSettings());
  }
}
