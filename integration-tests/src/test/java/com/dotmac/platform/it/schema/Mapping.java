package com.dotmac.platform.it.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.PrimaryKey;
import org.hibernate.mapping.Table;

/**
 * What Hibernate believes about the tables of some entities. Built without a connection: Hibernate
 * never meets a database here, so it can neither look things up nor make any.
 *
 * @param name the table
 * @param columns its columns
 * @param identifier columns that identify an entity, without the tenant
 * @param references foreign keys that its associations need
 */
record Mapping(
    String name, List<Shape> columns, List<String> identifier, List<Reference> references) {

  /** One mapped column: its name, its type in Hibernate's words, and whether it may be missing. */
  record Shape(String name, String type, boolean required) {}

  /** Columns that point at another table. */
  record Reference(List<String> columns, String target) {}

  /** The tables of these classes, in the order of their names. */
  static Collection<Mapping> of(Collection<Class<?>> entities) {
    try (StandardServiceRegistry registry =
        new StandardServiceRegistryBuilder()
            .applySetting(JdbcSettings.DIALECT, PostgreSQLDialect.class.getName())
            .applySetting("hibernate.boot.allow_jdbc_metadata_access", false)
            .build()) {
      MetadataSources sources = new MetadataSources(registry);
      entities.forEach(sources::addAnnotatedClass);
      Metadata metadata = sources.buildMetadata();
      TreeMap<String, Mapping> mappings = new TreeMap<>();
      for (Table table : metadata.collectTableMappings()) {
        mappings.put(table.getName(), of(table, metadata));
      }
      return mappings.values();
    }
  }

  private static Mapping of(Table table, Metadata metadata) {
    List<Shape> columns = new ArrayList<>();
    for (Column column : table.getColumns()) {
      columns.add(new Shape(column.getName(), column.getSqlType(metadata), !column.isNullable()));
    }
    PrimaryKey key = table.getPrimaryKey();
    List<Reference> references = new ArrayList<>();
    for (ForeignKey reference : table.getForeignKeys().values()) {
      references.add(
          new Reference(
              withoutTenant(reference.getColumns()), reference.getReferencedTable().getName()));
    }
    return new Mapping(
        table.getName(),
        columns,
        key == null ? List.of() : withoutTenant(key.getColumns()),
        references);
  }

  private static List<String> withoutTenant(Collection<Column> columns) {
    return columns.stream().map(Column::getName).filter(name -> !name.equals("tenant_id")).toList();
  }

  boolean ofTenant() {
    return columns.stream().anyMatch(column -> column.name().equals("tenant_id"));
  }
}
