package com.dotmac.platform.migrator.catalog;

import org.jspecify.annotations.Nullable;

/**
 * One thing in a schema.
 *
 * @param kind what it is
 * @param parent the table it belongs to; {@code null} when it stands alone
 * @param name its name among those of its kind and parent
 * @param position its place among them where that means something; for reading, not for comparing
 * @param definition the server's own words, as SQL without a final semicolon
 */
public record CatalogObject(
    Kind kind, @Nullable String parent, String name, int position, String definition) {

  /** What tells this object from every other in one schema: {@code COLUMN tenants.slug}. */
  public String identity() {
    boolean named = parent == null || parent.equals(name) || kind == Kind.GRANT;
    return kind + " " + (named || kind == Kind.COMMENT ? name : parent + "." + name);
  }
}
