package com.dotmac.platform.migrator.lint.sql;

import java.util.List;
import java.util.Map;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Data_typeContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.IconstContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Predefined_typeContext;

/**
 * A type under its shortest usual name, however it is written.
 *
 * @param name for example {@code int}, {@code varchar}, {@code timestamptz}; of our own types the
 *     name
 * @param sizes length, or precision and scale; empty when none is given
 * @param array whether it is an array of the type
 */
public record SqlType(String name, List<Integer> sizes, boolean array) {
  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("integer", "int"),
          Map.entry("int4", "int"),
          Map.entry("int8", "bigint"),
          Map.entry("int2", "smallint"),
          Map.entry("character", "char"),
          Map.entry("bpchar", "char"),
          Map.entry("nchar", "char"),
          Map.entry("character varying", "varchar"),
          Map.entry("char varying", "varchar"),
          Map.entry("decimal", "numeric"),
          Map.entry("dec", "numeric"),
          Map.entry("float4", "real"),
          Map.entry("float8", "double precision"),
          Map.entry("float", "double precision"),
          Map.entry("bool", "boolean"),
          Map.entry("timestamp without time zone", "timestamp"),
          Map.entry("timestamp with time zone", "timestamptz"),
          Map.entry("time without time zone", "time"),
          Map.entry("time with time zone", "timetz"),
          Map.entry("serial4", "serial"),
          Map.entry("serial8", "bigserial"),
          Map.entry("serial2", "smallserial"));

  /** Keeps a copy of the sizes. */
  public SqlType {
    sizes = List.copyOf(sizes);
  }

  /** Reads a type. */
  public static SqlType of(Data_typeContext type) {
    Predefined_typeContext base = type.predefined_type();
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < base.getChildCount(); i++) {
      String word = base.getChild(i).getText();
      if (!word.startsWith("(") && !sizeOnly(base, i)) {
        words.append(words.isEmpty() ? "" : " ").append(word);
      }
    }
    String name = words.toString();
    String plain = name.startsWith("pg_catalog.") ? name.substring("pg_catalog.".length()) : name;
    return new SqlType(
        SHORT.getOrDefault(plain, plain),
        ParsedSql.within(base, IconstContext.class).stream()
            .map(size -> Integer.valueOf(size.getText()))
            .toList(),
        !type.array_type().isEmpty() || type.ARRAY() != null);
  }

  /** Whether it counts itself up: {@code serial} and its kin. */
  public boolean serial() {
    return name.endsWith("serial");
  }

  // A type of ours with a size is written name ( 3 ): the parentheses are children of their own.
  private static boolean sizeOnly(Predefined_typeContext base, int child) {
    return base.schema_qualified_name_nontype() != null && child > 0;
  }
}
