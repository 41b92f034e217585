package com.dotmac.platform.migrator.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing in a schema.
 *
 * @param kind what it is
 * @param parent the table it belongs to; {@code null} when it stands alone
 * @param name its name among those of its kind and parent
 * @param position its place among them where that means something; for reading, not for comparing
 * @param definition the server's own words, as SQL without a final semicolon
 * @param parts what of the definition can be altered by itself, as the query of the kind names it;
 *     told by the definition too, so not for comparing
 */
public record CatalogObject(
    Kind kind,
    @Nullable String parent,
    String name,
    int position,
    String definition,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> parts) {
  private static final Set<Kind> NAMES_ITS_PLACE = EnumSet.of(Kind.GRANT, Kind.COMMENT, Kind.OWNER);

  /** Keeps a copy of the parts, in their order. */
  public CatalogObject {
    parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
  }

  /** An object that is only ever made and dropped as a whole. */
  public CatalogObject(
      Kind kind, @Nullable String parent, String name, int position, String definition) {
    this(kind, parent, name, position, definition, Map.of());
  }

  @JsonCreator
  static CatalogObject read(
      @JsonProperty("kind") Kind kind,
      @JsonProperty("parent") @Nullable String parent,
      @JsonProperty("name") String name,
      @JsonProperty("position") int position,
      @JsonProperty("definition") String definition,
      @JsonProperty("parts") @Nullable Map<String, String> parts) {
    return new CatalogObject(
        kind, parent, name, position, definition, parts == null ? Map.of() : parts);
  }

  /** What tells this object from every other in one schema: {@code COLUMN tenants.slug}. */
  public String identity() {
    boolean named = parent == null || parent.equals(name) || NAMES_ITS_PLACE.contains(kind);
    return kind + " " + (named ? name : parent + "." + name);
  }

  /** A part of the definition, or {@code null} when this object has none of that name. */
  public @Nullable String part(String key) {
    return parts.get(key);
  }
}
