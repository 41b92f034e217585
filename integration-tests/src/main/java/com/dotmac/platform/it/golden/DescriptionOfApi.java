package com.dotmac.platform.it.golden;

import com.dotmac.platform.app.PlatformApplication;
import com.dotmac.platform.it.harness.MigratedPostgres;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.it.openapi.Document;
import com.dotmac.platform.it.openapi.Examples;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

/** The description of the API of this build: {@code docs/openapi.json} as it should be. */
public final class DescriptionOfApi {
  private static final String SOURCES = "app/src/main/java";

  private DescriptionOfApi() {}

  /**
   * Describes it, with examples that are played for it.
   *
   * @param repository root of the sources
   * @throws IllegalStateException if an endpoint cannot be described
   */
  public static String of(java.nio.file.Path repository) {
    try (TestDatabase database = MigratedPostgres.migratedDatabase()) {
      return Document.of(resources(repository), Examples.playedOn(database), repository);
    }
  }

  /** Rule A5: whatever carries a path is a …Resource, in a file of its name. */
  private static List<Class<?>> resources(java.nio.file.Path repository) {
    java.nio.file.Path sources = repository.resolve(SOURCES);
    try (Stream<java.nio.file.Path> files = Files.walk(sources)) {
      return files
          .map(file -> sources.relativize(file).toString())
          .filter(file -> file.endsWith("Resource.java"))
          .sorted()
          .<Class<?>>map(DescriptionOfApi::named)
          .filter(type -> type.isAnnotationPresent(Path.class))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> named(String file) {
    String name = file.replaceFirst("\\.java$", "").replace(java.io.File.separatorChar, '.');
    try {
      return Class.forName(name, false, PlatformApplication.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(file + " is not compiled", e);
    }
  }
}
