package com.dotmac.platform.it.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files that know the version: the POMs and the changelog. The version being worked on stands
 * once in each POM and is like nothing else there, so it is replaced as text.
 */
final class ProjectFiles {
  private static final String CHANGELOG = "CHANGELOG.md";
  private static final String UNRELEASED = "## Unreleased\n";
  private static final Pattern HEADING = Pattern.compile(UNRELEASED + "\\nSchema: .*\\n");
  private static final List<String> POMS =
      List.of(
          "pom.xml",
          "domain/pom.xml",
          "migrator/pom.xml",
          "app/pom.xml",
          "integration-tests/pom.xml");
  private static final Pattern VERSION =
      Pattern.compile(
          "(?<=<groupId>com\\.dotmac\\.platform</groupId>\\s{1,9}"
              + "<artifactId>platform</artifactId>\\s{1,9}<version>)[^<$]+");
  private static final Pattern TIMESTAMP =
      Pattern.compile("(?<=<project\\.build\\.outputTimestamp>)[^<]+");

  private final Path repository;
  private final Map<String, String> poms;
  private final String changelog;

  private ProjectFiles(Path repository, Map<String, String> poms, String changelog) {
    this.repository = repository;
    this.poms = poms;
    this.changelog = changelog;
  }

  static ProjectFiles read(Path repository) throws IOException {
    Map<String, String> poms = new LinkedHashMap<>();
    for (String pom : POMS) {
      poms.put(pom, Files.readString(repository.resolve(pom)));
    }
    return new ProjectFiles(repository, poms, Files.readString(repository.resolve(CHANGELOG)));
  }

  /** Gives what is unreleased a version, a day, its schema, and the time of the build. */
  void release(String version, String schema, LocalDate day)
      throws IOException, ReleaseRefusedException {
    Matcher heading = HEADING.matcher(changelog);
    if (!heading.find()) {
      throw new ReleaseRefusedException(
          "%s has no section '## Unreleased' that begins with the line 'Schema: …'. Nothing was changed."
              .formatted(CHANGELOG));
    }
    String root = POMS.get(0);
    poms.put(root, replaceOne(TIMESTAMP, poms.getOrDefault(root, ""), day + "T00:00:00Z", root));
    writePoms(version);
    Files.writeString(
        repository.resolve(CHANGELOG),
        heading.replaceFirst(
            Matcher.quoteReplacement(
                "## %s (%s)\n\nSchema: `%s`\n".formatted(version, day, schema))));
  }

  /** Opens the next version: its number, and an empty section that needs the same schema as yet. */
  void begin(String version) throws IOException, ReleaseRefusedException {
    writePoms(version);
    Matcher schema = Pattern.compile("^Schema: .*\\n", Pattern.MULTILINE).matcher(changelog);
    int section = changelog.indexOf("## ");
    if (section < 0 || !schema.find()) {
      throw new ReleaseRefusedException(CHANGELOG + " has no section of a release.");
    }
    Files.writeString(
        repository.resolve(CHANGELOG),
        changelog.substring(0, section)
            + UNRELEASED
            + "\n"
            + schema.group()
            + "\n"
            + changelog.substring(section));
  }

  private void writePoms(String version) throws IOException, ReleaseRefusedException {
    Map<String, String> written = new LinkedHashMap<>();
    for (Map.Entry<String, String> pom : poms.entrySet()) {
      written.put(pom.getKey(), replaceOne(VERSION, pom.getValue(), version, pom.getKey()));
    }
    for (Map.Entry<String, String> pom : written.entrySet()) {
      Files.writeString(repository.resolve(pom.getKey()), pom.getValue());
    }
  }

  private static String replaceOne(Pattern place, String text, String value, String file)
      throws ReleaseRefusedException {
    Matcher matcher = place.matcher(text);
    if (matcher.results().count() != 1) {
      throw new ReleaseRefusedException(
          "%s does not have exactly one %s.".formatted(file, place.pattern()));
    }
    return place.matcher(text).replaceFirst(Matcher.quoteReplacement(value));
  }
}
