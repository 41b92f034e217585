package com.dotmac.platform.it.release;

import java.io.IOException;
import java.io.Reader;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What is recorded of a release in {@code releases/VERSION}: where its source is, which changes it
 * had, and how its API was described. Facts of the past, so nobody edits them.
 *
 * @param version as in {@code 0.1.0}
 * @param commit id of the commit it was built from; tags are not in every clone, commits are
 * @param changes its changes, in order
 */
public record Release(String version, String commit, List<ChangeDigest> changes) {
  private static final String FOLDER = "releases";
  private static final String FACTS = "release.properties";
  private static final String CHANGES = "changes.sha256";
  private static final String DESCRIPTION_OF_API = "openapi.json";

  /** Takes a copy. */
  public Release {
    changes = List.copyOf(changes);
  }

  /**
   * The newest release.
   *
   * @param repository root of the work tree
   * @return empty if there was none yet
   * @throws IOException if what is recorded cannot be read
   */
  public static Optional<Release> last(Path repository) throws IOException {
    List<Release> all = all(repository);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /**
   * Every release, oldest version first.
   *
   * @param repository root of the work tree
   * @throws IOException if what is recorded cannot be read
   */
  public static List<Release> all(Path repository) throws IOException {
    Path folder = repository.resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> releases = Files.list(folder)) {
      List<Path> sorted =
          releases
              .filter(Files::isDirectory)
              .sorted(Comparator.comparing(path -> Version.parse(path.toFile().getName())))
              .toList();
      List<Release> all = new ArrayList<>();
      for (Path release : sorted) {
        all.add(read(release));
      }
      return all;
    }
  }

  private static Release read(Path folder) throws IOException {
    Properties facts = new Properties();
    try (Reader reader = Files.newBufferedReader(folder.resolve(FACTS))) {
      facts.load(reader);
    }
    return new Release(
        fact(facts, "version", folder),
        fact(facts, "commit", folder),
        Files.readAllLines(folder.resolve(CHANGES)).stream().map(ChangeDigest::ofLine).toList());
  }

  private static String fact(Properties facts, String name, Path folder) throws IOException {
    String value = facts.getProperty(name, "");
    if (value.isEmpty()) {
      throw new IOException(folder.resolve(FACTS) + " does not say the " + name);
    }
    return value;
  }

  /**
   * Records it.
   *
   * @param repository root of the work tree
   * @throws IOException if a file cannot be written
   */
  void record(Path repository) throws IOException {
    Path folder = Files.createDirectories(repository.resolve(FOLDER).resolve(version));
    Files.writeString(
        folder.resolve(FACTS),
        """
        # Written by make release, and never edited.
        version=%s
        commit=%s
        """
            .formatted(version, commit));
    StringBuilder lines = new StringBuilder();
    changes.forEach(change -> lines.append(change.line()).append('\n'));
    Files.writeString(folder.resolve(CHANGES), lines);
    Files.copy(
        repository.resolve("docs").resolve(DESCRIPTION_OF_API), descriptionOfApi(repository));
  }

  /**
   * The file that describes its API, for those who call it.
   *
   * @param repository root of the work tree
   */
  public Path descriptionOfApi(Path repository) {
    return repository.resolve(FOLDER).resolve(version).resolve(DESCRIPTION_OF_API);
  }

  /** Its schema: the id of its last change. */
  public String schema() {
    String last = changes.get(changes.size() - 1).file();
    return last.substring(0, last.length() - ".sql".length());
  }
}
