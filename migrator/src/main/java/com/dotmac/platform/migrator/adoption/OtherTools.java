package com.dotmac.platform.migrator.adoption;

import com.dotmac.platform.migrator.catalog.Catalog;
import com.dotmac.platform.migrator.catalog.Kind;
import java.util.List;
import java.util.Map;

/** The tables in which other migration tools keep their history. */
final class OtherTools {
  private static final Map<String, String> TABLES =
      Map.of(
          "alembic_version", "Alembic",
          "flyway_schema_history", "Flyway",
          "schema_migrations", "Rails, dbmate or golang-migrate",
          "django_migrations", "Django",
          "knex_migrations", "Knex",
          "\"_prisma_migrations\"", "Prisma",
          "_prisma_migrations", "Prisma",
          "goose_db_version", "goose",
          "\"__EFMigrationsHistory\"", "Entity Framework");

  private OtherTools() {}

  /** Those that are there, each with the name of its tool. */
  static List<String> in(Catalog catalog) {
    return catalog.objects().stream()
        .filter(object -> object.kind() == Kind.TABLE && TABLES.containsKey(object.name()))
        .map(object -> object.name() + " (" + TABLES.get(object.name()) + ")")
        .toList();
  }
}
