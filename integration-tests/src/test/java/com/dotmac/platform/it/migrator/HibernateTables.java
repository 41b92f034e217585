package com.dotmac.platform.it.migrator;

import com.dotmac.platform.it.harness.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.tool.schema.internal.SchemaCreatorImpl;

/**
 * The disease that the migrator cures: tables made from the entity classes. The only place that
 * asks Hibernate for DDL, to have a sick database to adopt; never a database for another test.
 */
final class HibernateTables {
  private HibernateTables() {}

  /** Makes the tables of these classes, as {@code create} at the start of an application does. */
  static void create(TestDatabase database, Collection<Class<?>> entities) throws SQLException {
    try (Connection owner = database.connectAsOwner();
        Statement statement = owner.createStatement()) {
      for (String command : commands(entities)) {
        statement.execute(command);
      }
    }
  }

  private static List<String> commands(Collection<Class<?>> entities) {
    try (StandardServiceRegistry registry =
        new StandardServiceRegistryBuilder()
            .applySetting(JdbcSettings.DIALECT, PostgreSQLDialect.class.getName())
            .applySetting("hibernate.boot.allow_jdbc_metadata_access", false)
            .build()) {
      MetadataSources sources = new MetadataSources(registry);
      entities.forEach(sources::addAnnotatedClass);
      Metadata metadata = sources.buildMetadata();
      return new SchemaCreatorImpl(registry).generateCreationCommands(metadata, false);
    }
  }
}
