package com.dotmac.platform.it.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of the demo's tenants, as text, so that every run prints the same ones. A production
 * system keeps a key nowhere; these open nothing but made-up data.
 */
final class KeptKeys {
  private final Path file;
  private final Map<String, String> keys = new LinkedHashMap<>();

  /**
   * Reads the file; one that is absent holds no key.
   *
   * @param file lines of slug, space, key
   */
  KeptKeys(Path file) throws IOException {
    this.file = file;
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        int space = line.indexOf(' ');
        if (space > 0) {
          keys.put(line.substring(0, space), line.substring(space + 1).strip());
        }
      }
    }
  }

  /** The key of the tenant with a slug; empty when none is kept. */
  Optional<String> find(String slug) {
    return Optional.ofNullable(keys.get(slug));
  }

  /** Keeps a key. */
  void keep(String slug, String key) throws IOException {
    keys.put(slug, key);
    StringBuilder text = new StringBuilder();
    keys.forEach((name, value) -> text.append(name).append(' ').append(value).append('\n'));
    Files.writeString(file, text);
  }
}
