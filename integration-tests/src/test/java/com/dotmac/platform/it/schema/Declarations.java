package com.dotmac.platform.it.schema;

import com.dotmac.platform.domain.shared.Coded;
import com.dotmac.platform.domain.shared.References;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.PrimaryKey;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * Adds to Hibernate's model what our entities declare and Hibernate makes nothing of: keys that
 * begin with the tenant, {@link References}, and the codes of an enum as the values of its column.
 */
final class Declarations {
  private static final String TENANT = "tenant_id";

  private final Metadata metadata;

  private Declarations(Metadata metadata) {
    this.metadata = metadata;
  }

  /**
   * Completes the model, in place.
   *
   * @throws IllegalArgumentException when an entity refers to a table that none of them maps
   */
  static void addTo(Metadata metadata) {
    Declarations declarations = new Declarations(metadata);
    metadata.collectTableMappings().forEach(Declarations::keyByTenant);
    for (Table table : metadata.collectTableMappings()) {
      table.getForeignKeys().values().forEach(Declarations::carryTheTenant);
    }
    for (PersistentClass entity : metadata.getEntityBindings()) {
      declarations.add(entity.getTable(), entity.getMappedClass(), propertiesOf(entity));
      Column tenant = column(entity.getTable(), TENANT);
      if (tenant != null) {
        declarations.refer(
            entity.getTable(), tenant, "tenants", List.of(), OnDeleteAction.NO_ACTION);
      }
    }
  }

  /** With that of the key, which may be somebody else's. */
  private static List<Property> propertiesOf(PersistentClass entity) {
    return Stream.concat(
            Stream.ofNullable(entity.getIdentifierProperty()), entity.getProperties().stream())
        .toList();
  }

  private static void keyByTenant(Table table) {
    Column tenant = column(table, TENANT);
    if (tenant != null && !table.getPrimaryKey().containsColumn(tenant)) {
      PrimaryKey key = new PrimaryKey(table);
      key.addColumn(tenant);
      table.getPrimaryKey().getColumns().forEach(key::addColumn);
      table.setPrimaryKey(key);
    }
  }

  private static void carryTheTenant(ForeignKey association) {
    Table table = association.getTable();
    Table target = association.getReferencedTable();
    List<Column> own = association.getColumns();
    List<Column> columns = withTenant(table, target, own);
    association.setKeyDefinition(
        definition(columns, target, List.of(), own, association.getOnDeleteAction()));
    columns.stream().filter(column -> !own.contains(column)).forEach(association::addColumn);
  }

  private void add(Table table, Class<?> owner, Collection<Property> properties) {
    for (Property property : properties) {
      Field field = field(owner, property.getName());
      if (property.getValue() instanceof Component part) {
        add(table, part.getComponentClass(), part.getProperties());
        continue;
      }
      References references = field.getAnnotation(References.class);
      if (references != null) {
        refer(
            table,
            property.getColumns().get(0),
            references.value(),
            List.of(references.with()),
            references.onDelete());
      }
      if (field.getType().isEnum() && Coded.class.isAssignableFrom(field.getType())) {
        leaveCodesOnly(property.getColumns().get(0), field.getType().getEnumConstants());
      }
    }
  }

  private void refer(
      Table table,
      Column column,
      String target,
      List<String> with,
      @Nullable OnDeleteAction onDelete) {
    PersistentClass entity =
        metadata.getEntityBindings().stream()
            .filter(candidate -> candidate.getTable().getName().equals(target))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Column %s.%s refers to %s, which no entity maps: mend @References, or register the entity."
                            .formatted(table.getName(), column.getName(), target)));
    List<Column> columns = withTenant(table, entity.getTable(), List.of(column));
    table
        .createForeignKey(
            "fk_" + table.getName() + "_" + column.getName(),
            columns,
            entity.getEntityName(),
            definition(columns, entity.getTable(), with, List.of(column), onDelete))
        .setReferencedTable(entity.getTable());
  }

  private static void leaveCodesOnly(Column column, Object[] constants) {
    String codes =
        Arrays.stream(constants)
            .map(constant -> "'" + ((Coded) constant).code() + "'")
            .collect(Collectors.joining(", "));
    column.addCheckConstraint(new CheckConstraint("%s IN (%s)".formatted(column.getName(), codes)));
  }

  private static List<Column> withTenant(Table table, Table target, List<Column> own) {
    Column tenant = column(table, TENANT);
    return tenant == null || column(target, TENANT) == null
        ? List.copyOf(own)
        : Stream.concat(Stream.of(tenant), own.stream()).toList();
  }

  /** In SQL, since Hibernate cannot say which columns SET NULL sets; the tenant stays. */
  private static String definition(
      List<Column> columns,
      Table target,
      List<String> with,
      List<Column> own,
      @Nullable OnDeleteAction onDelete) {
    String action = onDelete == null ? "NO ACTION" : words(onDelete);
    return "FOREIGN KEY %s REFERENCES %s %s ON DELETE %s%s"
        .formatted(
            list(columns, with),
            target.getName(),
            list(target.getPrimaryKey().getColumns(), with),
            action,
            action.startsWith("SET ") ? " " + list(own, List.of()) : "");
  }

  private static String list(List<Column> columns, List<String> more) {
    return Stream.concat(columns.stream().map(Column::getName), more.stream())
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String words(OnDeleteAction action) {
    return action.name().replace('_', ' ').toUpperCase(Locale.ROOT);
  }

  private static @Nullable Column column(Table table, String name) {
    return table.getColumns().stream()
        .filter(column -> column.getName().equals(name))
        .findFirst()
        .orElse(null);
  }

  private static Field field(Class<?> owner, String name) {
    return Stream.<Class<?>>iterate(owner, type -> type != null, Class::getSuperclass)
        .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
        .filter(field -> field.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(owner + " has no field " + name));
  }
}
