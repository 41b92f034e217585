package com.dotmac.platform.migrator.footprint;

import com.dotmac.platform.migrator.catalog.Catalog;
import com.dotmac.platform.migrator.catalog.CatalogObject;
<<<<<<< HEAD
import com.dotmac.platform.migrator.catalog.Condition;
import com.dotmac.platform.migrator.changelog.Change;
=======
>>>>>>> db1341e (Compare the schema with what the changes make: db verify)
import com.dotmac.platform.migrator.changelog.Changelog;
import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.outcome.Refusal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
<<<<<<< HEAD
import java.util.Collection;
import java.util.List;
=======
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import liquibase.resource.Resource;
>>>>>>> db1341e (Compare the schema with what the changes make: db verify)
import org.jspecify.annotations.Nullable;

/**
 * The footprints of all changes, in the order of the list.
 *
 * @param empty what an empty database has already
 * @param footprints one for each change
 * @param conditions what rows must fulfil after the last change
 */
public record Footprints(
    List<CatalogObject> empty, List<Footprint> footprints, List<Condition> conditions) {
  /** Where the packaged footprints lie in this jar. */
  public static final String PACKAGED = "/db/footprints.json";

  private static final String FILE = "footprints.json";

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** Keeps copies of the lists. */
  public Footprints {
    empty = List.copyOf(empty);
    footprints = List.copyOf(footprints);
    conditions = List.copyOf(conditions);
  }

  /** Those of the changes in this jar. */
  public static Footprints packaged() {
    try (InputStream file = Footprints.class.getResourceAsStream(PACKAGED)) {
      if (file == null) {
        throw new IllegalStateException("This jar lacks " + PACKAGED);
      }
      return read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Those of a list of changes: the file {@code footprints.json} beside it.
   *
<<<<<<< HEAD
   * @throws Refusal when it is not there or was made from another list
   */
  public static Footprints of(Changelog changelog) {
    String path = changelog.path();
    String name = path.substring(0, path.lastIndexOf('/') + 1) + "footprints.json";
    try (InputStream file = changelog.files().getExisting(name).openInputStream()) {
      Footprints footprints = read(file);
      if (!footprints.changes().equals(changelog.changes().stream().map(Change::id).toList())) {
        throw unmade(name, "It was made from another list of changes.", null);
      }
      return footprints;
    } catch (IOException e) {
      throw unmade(name, String.valueOf(e.getMessage()), e);
    }
  }

  private static Refusal unmade(String name, String why, @Nullable Throwable cause) {
    return new Refusal(
        ExitCode.USAGE,
        "cannot read the footprints of the changes, " + name,
        why,
        "on an empty database: java -jar migrator.jar db snapshot --migrations FILE"
            + " --output-directory DIR",
        cause);
  }

  /**
   * Those in a file.
   *
   * @throws IOException when it is not such a file
   */
  public static Footprints read(InputStream file) throws IOException {
    return MAPPER.readValue(file, Footprints.class);
  }

  /** Ids of the changes, in order. */
  public List<String> changes() {
    return footprints.stream().map(Footprint::change).toList();
  }

=======
   * @throws Refusal when there is no such file, or it is not one of footprints
   */
  public static Footprints of(Changelog changelog) {
    String path = changelog.path();
    String beside = path.substring(0, path.lastIndexOf('/') + 1) + FILE;
    try {
      Resource file = changelog.files().get(beside);
      if (!file.exists()) {
        throw unusable("There is no " + beside + ".", null);
      }
      try (InputStream input = file.openInputStream()) {
        return MAPPER.readValue(input, Footprints.class);
      }
    } catch (IOException e) {
      throw unusable(String.valueOf(e.getMessage()), e);
    }
  }

  private static Refusal unusable(String why, @Nullable Throwable cause) {
    return new Refusal(
        ExitCode.USAGE,
        "the footprints of this list of changes cannot be used",
        why,
        "make them from an empty database:\n"
            + "java -jar migrator.jar db snapshot --migrations LIST --output-directory FOLDER_OF_LIST",
        cause);
  }

>>>>>>> db1341e (Compare the schema with what the changes make: db verify)
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

  /**
<<<<<<< HEAD
   * The schema after all changes but some.
   *
   * @param left ids of the changes that were not applied
   */
  public Catalog without(Collection<String> left) {
    Catalog catalog = new Catalog(empty);
    for (Footprint footprint : footprints) {
      catalog = left.contains(footprint.change()) ? catalog : footprint.appliedTo(catalog);
=======
   * The schema after some changes of the list, in the order of the list.
   *
   * @param ids of the changes that were applied
   * @throws Refusal when there is no footprint of one of them
   */
  public Catalog after(List<String> ids) {
    Set<String> left = new LinkedHashSet<>(ids);
    Catalog catalog = new Catalog(empty);
    for (Footprint footprint : footprints) {
      if (left.remove(footprint.change())) {
        catalog = footprint.appliedTo(catalog);
      }
    }
    if (!left.isEmpty()) {
      throw unusable("It does not know change " + left.iterator().next() + ".", null);
>>>>>>> db1341e (Compare the schema with what the changes make: db verify)
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
