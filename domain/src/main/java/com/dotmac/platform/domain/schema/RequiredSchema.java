package com.dotmac.platform.domain.schema;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The changes that the database must have seen for this code to run on it, in their order.
 *
 * <p>The list is a resource that is generated from the migrator's changelog and compared with it by
 * a test; the changelog itself is not here, and nothing that could run it.
 *
 * @param changes identifiers of changes, oldest first, never empty
 */
public record RequiredSchema(List<String> changes) {

  private static final String RESOURCE = "changes.txt";

  /** Takes a copy. */
  public RequiredSchema {
    changes = List.copyOf(changes);
    if (changes.isEmpty()) {
      throw new IllegalArgumentException("The code needs at least one change");
    }
  }

  /** What this build needs. */
  public static RequiredSchema ofThisBuild() {
    try (InputStream resource = RequiredSchema.class.getResourceAsStream(RESOURCE)) {
      if (resource == null) {
        throw new IllegalStateException("The resource " + RESOURCE + " is missing from this build");
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8));
      return new RequiredSchema(reader.lines().filter(line -> !line.isBlank()).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The newest change that the code needs: the version of the schema it was built for. */
  public String version() {
    return changes.get(changes.size() - 1);
  }
}
