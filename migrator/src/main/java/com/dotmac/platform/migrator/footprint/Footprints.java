package com.dotmac.platform.migrator.footprint;

import com.dotmac.platform.migrator.catalog.Catalog;
import com.dotmac.platform.migrator.catalog.CatalogObject;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The footprints of all changes, in the order of the list.
 *
 * @param empty what an empty database has already
 * @param footprints one for each change
 */
public record Footprints(List<CatalogObject> empty, List<Footprint> footprints) {
  /** Where the packaged footprints lie in this jar. */
  public static final String PACKAGED = "/db/footprints.json";

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** Keeps copies of the lists. */
  public Footprints {
    empty = List.copyOf(empty);
    footprints = List.copyOf(footprints);
  }

  /** Those of the changes in this jar. */
  public static Footprints packaged() {
    try (InputStream file = Footprints.class.getResourceAsStream(PACKAGED)) {
      if (file == null) {
        throw new IllegalStateException("This jar lacks " + PACKAGED);
      }
      return MAPPER.readValue(file, Footprints.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The schema after the last change. */
  public Catalog head() {
    return after(footprints.size());
  }

  /**
   * The schema after the first changes of the list.
   *
   * @param changes how many; 0 for an empty database
   */
  public Catalog after(int changes) {
    Catalog catalog = new Catalog(empty);
    for (Footprint footprint : footprints.subList(0, changes)) {
      catalog = footprint.appliedTo(catalog);
    }
    return catalog;
  }

  /** The text of the file, with line feeds and a final one. */
  public String text() {
    DefaultPrettyPrinter lines = new DefaultPrettyPrinter();
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    lines.indentArraysWith(indenter);
    lines.indentObjectsWith(indenter);
    try {
      return MAPPER.writer(lines).writeValueAsString(this) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A footprint is not plain", e);
    }
  }
}
