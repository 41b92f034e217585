package com.dotmac.platform.it.deploy;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The Javas of this machine: the one that runs, those that variables like {@code JAVA25_HOME} name,
 * and those that stand beside it. One of each version.
 */
final class Javas {
  private static final int OLDEST = 17;

  private Javas() {}

  /** Directories by version, oldest first; at least the Java that runs. */
  static Map<Integer, Path> found() {
    Path running = Path.of(System.getProperty("java.home"));
    List<Path> candidates = new ArrayList<>(List.of(running));
    System.getenv().entrySet().stream()
        .filter(variable -> variable.getKey().matches("JAVA_?\\d+_HOME"))
        .forEach(variable -> candidates.add(Path.of(variable.getValue())));
    candidates.addAll(siblings(running));
    Map<Integer, Path> found = new TreeMap<>();
    for (Path home : candidates) {
      int version = version(home);
      if (version >= OLDEST) {
        found.putIfAbsent(version, home);
      }
    }
    return found;
  }

  private static List<Path> siblings(Path home) {
    Path parent = home.getParent();
    if (parent == null) {
      return List.of();
    }
    try (Stream<Path> directories = Files.list(parent)) {
      return directories.sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** What the file {@code release} of a Java says; 0 if this is no Java that can be run. */
  private static int version(Path home) {
    Path release = home.resolve("release");
    if (!Files.isRegularFile(release) || !Files.isExecutable(home.resolve("bin/java"))) {
      return 0;
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(release, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String text = properties.getProperty("JAVA_VERSION", "0").replace("\"", "");
    return Integer.parseInt(text.split("[.+-]", 2)[0]);
  }
}
