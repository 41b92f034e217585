package com.dotmac.platform.it.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FatJarIT {
  static Stream<Path> jars() {
    return Stream.of(Jars.app(), Jars.migrator());
  }

  @Test
  void the_app_cannot_make_tables_since_it_has_no_liquibase() throws IOException {
    assertThat(names(Jars.app())).noneMatch(name -> name.startsWith("liquibase/"));
    assertThat(names(Jars.migrator())).anyMatch(name -> name.startsWith("liquibase/"));
  }

  @Test
  void the_app_carries_no_change_and_the_migrator_no_entity() throws IOException {
    assertThat(names(Jars.app())).noneMatch(name -> name.startsWith("db/changes/"));
    assertThat(names(Jars.migrator()))
        .noneMatch(name -> name.startsWith("com/dotmac/platform/domain/"));
  }

  @ParameterizedTest
  @MethodSource("jars")
  void the_manifest_says_what_it_is_and_nothing_of_the_machine(Path path) throws IOException {
    try (JarFile jar = new JarFile(path.toFile())) {
      Manifest manifest = jar.getManifest();
      assertThat(manifest.getMainAttributes().keySet())
          .extracting(Object::toString)
          .containsExactlyInAnyOrder(
              Attributes.Name.MANIFEST_VERSION.toString(),
              "Created-By",
              "Java-Version",
              "Build-Jdk-Spec",
              "Main-Class",
              "Multi-Release",
              "Implementation-Title",
              "Implementation-Version",
              "Implementation-Commit");
      assertThat(manifest.getMainAttributes().values())
          .extracting(Object::toString)
          .noneMatch(value -> value.contains("/") || value.contains("\\"));
    }
  }

  @ParameterizedTest
  @MethodSource("jars")
  void nothing_is_left_of_the_jars_that_went_in(Path path) throws IOException {
    assertThat(names(path))
        .noneMatch(name -> name.endsWith("module-info.class"))
        .noneMatch(name -> name.matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)"))
        .noneMatch(name -> name.startsWith("META-INF/maven/"))
        .noneMatch(name -> name.endsWith(".orig") || name.endsWith("~"))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("jars")
  void providers_of_one_service_are_all_there(Path path) throws IOException {
    try (JarFile jar = new JarFile(path.toFile())) {
      for (JarEntry entry : jar.stream().toList()) {
        if (isServiceFile(entry)) {
          assertThat(providers(jar, entry))
              .as(entry.getName())
              .allSatisfy(
                  provider ->
                      assertThat(jar.getEntry(provider.replace('.', '/') + ".class"))
                          .as(provider)
                          .isNotNull());
        }
      }
      // Several of our libraries bring discoverable factories: a build that keeps one file loses
      // the rest, and log appenders vanish at start.
      assertThat(
              providers(
                  jar, jar.getJarEntry("META-INF/services/io.dropwizard.jackson.Discoverable")))
          .extracting(name -> name.toLowerCase(Locale.ROOT))
          .anyMatch(name -> name.contains("appenderfactory"))
          .anyMatch(name -> name.contains("serverfactory"));
    }
  }

  @ParameterizedTest
  @MethodSource("jars")
  void what_we_made_carries_the_time_of_the_release_and_not_of_the_build(Path path)
      throws IOException {
    try (JarFile jar = new JarFile(path.toFile())) {
      assertThat(
              jar.stream()
                  .filter(entry -> entry.getName().startsWith("com/dotmac/"))
                  .filter(entry -> !entry.isDirectory())
                  .map(JarEntry::getLastModifiedTime)
                  .distinct())
          .hasSize(1);
    }
  }

  private static boolean isServiceFile(JarEntry entry) {
    return !entry.isDirectory() && entry.getName().matches("META-INF/services/[\\w.$]+");
  }

  private static List<String> providers(JarFile jar, JarEntry entry) throws IOException {
    try (var stream = jar.getInputStream(entry)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .toList();
    }
  }

  private static List<String> names(Path path) throws IOException {
    try (JarFile jar = new JarFile(path.toFile())) {
      return jar.stream().map(JarEntry::getName).toList();
    }
  }
}
