package com.dotmac.platform.it.schema;

import com.dotmac.platform.it.harness.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.tool.schema.internal.SchemaCreatorImpl;

/**
 * Tables made from the entity classes: the disease that the migrator cures, and what the migrated
 * tables are compared with. The only place that asks Hibernate for DDL, and only for databases that
 * a test throws away; never for one that another test works on.
 *
 * <p>Hibernate itself meets no database here, so it can neither look things up nor make any.
 */
public final class HibernateTables {
  private HibernateTables() {}

  /** Makes the tables of these classes, as {@code create} at the start of an application does. */
  public static void create(TestDatabase database, Collection<Class<?>> entities)
      throws SQLException {
    run(database, commands(entities, metadata -> {}));
  }

  /** The same with all that the entities declare and Hibernate by itself makes nothing of. */
  static void createAsDeclared(TestDatabase database, Collection<Class<?>> entities)
      throws SQLException {
    run(database, commands(entities, Declarations::addTo));
  }

  private static List<String> commands(
      Collection<Class<?>> entities, Consumer<Metadata> completion) {
    try (StandardServiceRegistry registry =
        new StandardServiceRegistryBuilder()
            .applySetting(JdbcSettings.DIALECT, PostgreSQLDialect.class.getName())
            .applySetting("hibernate.boot.allow_jdbc_metadata_access", false)
            .build()) {
      MetadataSources sources = new MetadataSources(registry);
      entities.forEach(sources::addAnnotatedClass);
      Metadata metadata = sources.buildMetadata();
      completion.accept(metadata);
      return new SchemaCreatorImpl(registry).generateCreationCommands(metadata, false);
    }
  }

  private static void run(TestDatabase database, List<String> commands) throws SQLException {
    try (Connection owner = database.connectAsOwner();
        Statement statement = owner.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    }
  }
}
