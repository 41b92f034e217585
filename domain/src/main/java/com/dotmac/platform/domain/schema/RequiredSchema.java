package com.dotmac.platform.domain.schema;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * The changes that the database must have seen for this code to run on it, in their order.
 *
 * <p>The list is a resource that is generated from the migrator's changelog and compared with it by
 * a test; the changelog itself is not here, and nothing that could run it. The oldest tolerated
 * change is declared beside it, and proven by a test that uses every endpoint on that schema.
 *
 * @param changes identifiers of changes, oldest first, never empty
 * @param oldest the change from which on this code works, though later ones of the list are missing
 */
public record RequiredSchema(List<String> changes, String oldest) {

  private static final String CHANGES = "changes.txt";
  private static final String OLDEST = "oldest.txt";

  /**
   * Takes a copy.
   *
   * @throws IllegalArgumentException if there is no change, or the oldest is none of them
   */
  public RequiredSchema {
    changes = List.copyOf(changes);
    if (changes.isEmpty()) {
      throw new IllegalArgumentException("The code needs at least one change");
    }
    if (!changes.contains(oldest)) {
      throw new IllegalArgumentException(
          "The oldest schema that the code tolerates is none of its changes: " + oldest);
    }
  }

  /**
   * Code that tolerates nothing older than what it was built for.
   *
   * @throws IllegalArgumentException if there is no change
   */
  public RequiredSchema(List<String> changes) {
    this(changes, changes.isEmpty() ? "" : changes.get(changes.size() - 1));
  }

  /** What this build needs. */
  public static RequiredSchema ofThisBuild() {
    List<String> changes = lines(CHANGES);
    return lines(OLDEST).stream()
        .findFirst()
        .map(oldest -> new RequiredSchema(changes, oldest))
        .orElseGet(() -> new RequiredSchema(changes));
  }

  /** The newest change that the code needs: the version of the schema it was built for. */
  public String version() {
    return changes.get(changes.size() - 1);
  }

  /** Whether the code works on a database that lacks these changes. */
  public boolean toleratesWithout(Collection<String> missing) {
    return Collections.disjoint(changes.subList(0, changes.indexOf(oldest) + 1), missing);
  }

  /** What a resource says, without remarks and empty lines. */
  private static List<String> lines(String name) {
    try (InputStream resource = RequiredSchema.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IllegalStateException("The resource " + name + " is missing from this build");
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8));
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
