package com.dotmac.platform.app.schema;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What an object of the schema is called: {@code CONSTRAINT partners.pk_partners}.
 *
 * @param kind as the query names it
 * @param name within the schema; the table first, where there is one
 * @param demanding whether it is a column that each new row must give a value
 */
record CatalogName(String kind, String name, boolean demanding) implements Comparable<CatalogName> {

  private static final String TABLE = "TABLE";
  private static final String COLUMN = "COLUMN";
  private static final String DEMANDING = "REQUIRED ";
  private static final String INDEX = "INDEX";

  /** Whose name is the table's, then a dot, then its own. */
  private static final List<String> PARTS =
      List.of(COLUMN, "CONSTRAINT", "UNIQUE INDEX", INDEX, "TRIGGER", "RULE", "POLICY");

  private static final String SECURITY = "ROW SECURITY of";
  private static final String RIGHTS = "RIGHTS on";

  /** What refuses or changes rows that the code writes, or shows rows to the wrong tenant. */
  private static final Set<String> HARMFUL_ADDITIONS =
      Set.of("CONSTRAINT", "UNIQUE INDEX", "TRIGGER", "RULE", "POLICY");

  private static final Comparator<CatalogName> ORDER =
      Comparator.comparing(CatalogName::name).thenComparing(CatalogName::kind);

  /** Reads it as the query spells it. */
  static CatalogName of(String text) {
    boolean demanding = text.startsWith(DEMANDING);
    String plain = demanding ? text.substring(DEMANDING.length()) : text;
    for (String kind : PARTS) {
      if (plain.startsWith(kind + " ")) {
        return new CatalogName(kind, plain.substring(kind.length() + 1), demanding);
      }
    }
    for (String kind : List.of(SECURITY, RIGHTS)) {
      if (plain.startsWith(kind + " ")) {
        return new CatalogName(kind, plain.substring(kind.length() + 1), false);
      }
    }
    int space = plain.indexOf(' ');
    return new CatalogName(plain.substring(0, space), plain.substring(space + 1), false);
  }

  /** Whether it is to be told by itself, and not with the table or view that it belongs to. */
  boolean standsAlone(Set<CatalogName> among) {
    if (PARTS.contains(kind)) {
      int dot = name.indexOf('.');
      return among.contains(new CatalogName(TABLE, name.substring(0, dot), false));
    }
    if (kind.equals(SECURITY) || kind.equals(RIGHTS)) {
      return List.of(TABLE, "VIEW", "SEQUENCE").stream()
              .anyMatch(whole -> among.contains(new CatalogName(whole, name, false)))
          || name.startsWith("databasechangelog")
          || name.startsWith("schema ");
    }
    return true;
  }

  /** Whether only the speed of queries hangs on it. */
  boolean isForSpeed() {
    return kind.equals(INDEX);
  }

  /** Whether it does harm where no change made it. */
  boolean isHarmfulAddition() {
    return demanding || HARMFUL_ADDITIONS.contains(kind);
  }

  /** By name, so that what belongs to a table stands together; two of one name and kind are one. */
  @Override
  public int compareTo(CatalogName other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return kind + " " + name;
  }
}
