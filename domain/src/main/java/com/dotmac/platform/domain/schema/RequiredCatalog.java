package com.dotmac.platform.domain.schema;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the changes up to a version make, object by object, as far as code and isolation rest on it:
 * the database must look like this for the code to do what it says.
 *
 * <p>The list is a resource that is generated from a migrated database with the very query that the
 * application asks, and held fresh by a test.
 *
 * @param version the newest change that was applied when the list was made
 * @param objects what each object is to be, as a hash of the server's words, by kind and name:
 *     {@code CONSTRAINT partners.pk_partners}; in the order of the names
 */
public record RequiredCatalog(String version, Map<String, String> objects) {

  private static final String RESOURCE = "catalog.txt";

  /** Takes a copy. */
  public RequiredCatalog {
    objects = Collections.unmodifiableMap(new TreeMap<>(objects));
  }

  /** What this build needs. */
  public static RequiredCatalog ofThisBuild() {
    try (InputStream resource = RequiredCatalog.class.getResourceAsStream(RESOURCE)) {
      if (resource == null) {
        throw new IllegalStateException("The resource " + RESOURCE + " is missing from this build");
      }
      return read(new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RequiredCatalog read(BufferedReader reader) throws IOException {
    String version = reader.readLine();
    if (version == null) {
      throw new IllegalStateException("The resource " + RESOURCE + " is empty");
    }
    Map<String, String> objects = new TreeMap<>();
    reader.lines().forEach(line -> put(objects, line));
    return new RequiredCatalog(version, objects);
  }

  private static void put(Map<String, String> objects, String line) {
    int space = line.indexOf(' ');
    objects.put(line.substring(space + 1), line.substring(0, space));
  }

  /** The text of the resource: the version, then a line per object with its hash before it. */
  public String text() {
    return objects.entrySet().stream()
        .map(object -> object.getValue() + " " + object.getKey() + "\n")
        .collect(Collectors.joining("", version + "\n", ""));
  }
}
