package com.dotmac.platform.it.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.deploy.Jars;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The demo and the measurements run parts of the application on a class path of this module. A
 * library that is declared here in the scope of tests is taken from it, whoever else needs it:
 * Maven lets the nearest declaration win.
 */
class ClassPathOfDemoIT {
  private static final Path CLASS_PATH = Path.of("target/demo.classpath");

  @Test
  void the_class_path_of_demo_and_measurements_has_every_class_of_the_application()
      throws IOException {
    Set<String> there = new TreeSet<>();
    for (String jar : Files.readString(CLASS_PATH).strip().split(File.pathSeparator, -1)) {
      there.addAll(classes(Path.of(jar)));
    }
    Set<String> missing = classes(Jars.app());
    assertThat(missing).hasSizeGreaterThan(10_000);
    missing.removeAll(there);
    assertThat(packages(missing))
        .as("declare their library in compile scope in integration-tests/pom.xml")
        .isEmpty();
  }

  private static Set<String> classes(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream()
          .map(JarEntry::getName)
          .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Set<String> packages(Set<String> classes) {
    return classes.stream()
        .map(name -> name.replaceFirst("/[^/]*$", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
