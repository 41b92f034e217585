package com.dotmac.platform.migrator.footprint;

import com.dotmac.platform.migrator.catalog.Catalog;
import com.dotmac.platform.migrator.catalog.CatalogObject;
import com.dotmac.platform.migrator.catalog.Condition;
import com.dotmac.platform.migrator.catalog.Kind;
import com.dotmac.platform.migrator.changelog.Change;
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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liquibase.resource.Resource;
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
   * @throws Refusal when it is not there or was made from another list
   */
  public static Footprints of(Changelog changelog) {
    String name = beside(changelog);
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

  /**
   * Those of a list of changes by the id of the change, as far as they are recorded: empty when
   * there is no file {@code footprints.json} beside the list.
   *
   * @throws Refusal when the file is there and cannot be read
   */
  public static Map<String, Footprint> recorded(Changelog changelog) {
    String name = beside(changelog);
    try {
      Resource file = changelog.files().get(name);
      if (!file.exists()) {
        return Map.of();
      }
      try (InputStream input = file.openInputStream()) {
        return read(input).footprints().stream()
            .collect(Collectors.toMap(Footprint::change, Function.identity()));
      }
    } catch (IOException e) {
      throw unmade(name, String.valueOf(e.getMessage()), e);
    }
  }

  private static String beside(Changelog changelog) {
    String path = changelog.path();
    return path.substring(0, path.lastIndexOf('/') + 1) + "footprints.json";
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
   * The schema after all changes but some.
   *
   * @param left ids of the changes that were not applied
   */
  public Catalog without(Collection<String> left) {
    Catalog catalog = new Catalog(empty);
    for (Footprint footprint : footprints) {
      catalog = left.contains(footprint.change()) ? catalog : footprint.appliedTo(catalog);
    }
    return catalog;
  }

  /**
   * What a database should be that lacks some changes: as {@link #without}, with those extensions
   * of the changes left that it has already. A change makes an extension only where it is missing
   * and its way back leaves it, for others may use it; so it may come before its change and outlive
   * it.
   *
   * @param left ids of the changes that were not applied
   * @param actual the schema of the database
   */
  public Catalog without(Collection<String> left, Catalog actual) {
    Set<String> there =
        actual.objects().stream()
            .filter(object -> object.kind() == Kind.EXTENSION)
            .map(CatalogObject::identity)
            .collect(Collectors.toSet());
    Stream<CatalogObject> early =
        footprints.stream()
            .filter(footprint -> left.contains(footprint.change()))
            .flatMap(footprint -> footprint.added().stream())
            .filter(object -> there.contains(object.identity()));
    return new Catalog(Stream.concat(without(left).objects().stream(), early).toList());
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
