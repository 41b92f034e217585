package com.dotmac.platform.it.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dotmac.platform.domain.schema.RequiredSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases of a copy of the files that a release touches, with a history of one commit. */
class ReleaseVerbTest {
  private static final Path OURS = Path.of("..");
  private static final LocalDate DAY = LocalDate.of(2027, 3, 1);
  private static final List<String> CHANGES = RequiredSchema.ofThisBuild().changes();

  @TempDir private Path repository = Path.of("");

  @BeforeEach
  void copy_the_files_that_a_release_touches() throws Exception {
    Stream<String> files =
        Stream.concat(
            Stream.of(
                "pom.xml",
                "domain/pom.xml",
                "migrator/pom.xml",
                "app/pom.xml",
                "integration-tests/pom.xml",
                "docs/openapi.json",
                "CHANGELOG.md"),
            CHANGES.stream().map(id -> ChangeDigest.FOLDER + "/" + id + ".sql"));
    for (String file : files.toList()) {
      Path copy = repository.resolve(file);
      Files.createDirectories(Objects.requireNonNull(copy.getParent()));
      Files.copy(OURS.resolve(file), copy);
    }
    git("init", "--quiet");
    git("config", "user.name", "A Person");
    git("config", "user.email", "person@example.org");
    git("config", "commit.gpgsign", "false");
    git("add", "--all");
    git("commit", "--quiet", "--message", "Begin");
  }

  @Test
  void a_release_is_a_commit_of_its_version_and_one_that_records_it() throws Exception {
    String said = make("7.1.0");
    Release release = Release.last(repository).orElseThrow();
    assertThat(release.version()).isEqualTo("7.1.0");
    assertThat(release.commit()).isEqualTo(git("rev-parse", "HEAD~1"));
    assertThat(release.changes()).isEqualTo(ChangeDigest.of(OURS, CHANGES));
    assertThat(release.descriptionOfApi(repository))
        .hasSameTextualContentAs(OURS.resolve("docs/openapi.json"));
    assertThat(git("log", "--format=%s"))
        .isEqualTo("Record release 7.1.0 and begin 7.2.0-SNAPSHOT\nRelease 7.1.0\nBegin");
    assertThat(git("status", "--porcelain")).isEmpty();
    assertThat(said)
        .contains("git tag -a v7.1.0 -m \"Release 7.1.0\" " + release.commit(), ".ci/run");
  }

  @Test
  void the_released_commit_has_the_version_and_the_next_one_is_a_snapshot() throws Exception {
    make("7.1.0");
    for (String pom : List.of("pom.xml", "app/pom.xml", "integration-tests/pom.xml")) {
      assertThat(git("show", "HEAD~1:" + pom)).contains("<version>7.1.0</version>");
      assertThat(git("show", "HEAD:" + pom)).contains("<version>7.2.0-SNAPSHOT</version>");
    }
    assertThat(git("show", "HEAD~1:pom.xml"))
        .contains("<project.build.outputTimestamp>2027-03-01T00:00:00Z<");
    String schema = "\n\nSchema: `" + CHANGES.get(CHANGES.size() - 1) + "`\n";
    assertThat(git("show", "HEAD~1:CHANGELOG.md"))
        .contains("## 7.1.0 (2027-03-01)" + schema)
        .doesNotContain("Unreleased");
    assertThat(git("show", "HEAD:CHANGELOG.md"))
        .contains("## Unreleased" + schema + "\n## 7.1.0 (2027-03-01)" + schema);
  }

  @Test
  void a_release_that_is_not_newer_than_the_last_is_refused() throws Exception {
    make("7.10.0");
    assertRefused("7.9.1", "7.9.1 is not newer than 7.10.0");
    assertRefused("7.10.0", "7.10.0 is not newer than 7.10.0");
    make("7.11.0");
    assertThat(Release.all(repository)).extracting(Release::version).contains("7.10.0", "7.11.0");
  }

  @Test
  void a_work_tree_with_changes_is_refused() throws Exception {
    Files.writeString(repository.resolve("stray.txt"), "not committed");
    assertRefused("7.1.0", "stray.txt");
  }

  @Test
  void what_is_no_version_is_refused() {
    assertRefused("", "make release VERSION=");
    assertRefused("7.1", "'7.1' is no version");
  }

  @Test
  void a_changelog_without_an_unreleased_section_is_refused_and_nothing_is_touched()
      throws Exception {
    Path changelog = repository.resolve("CHANGELOG.md");
    Files.writeString(changelog, Files.readString(changelog).replace("## Unreleased", "## Odd"));
    git("commit", "--quiet", "--all", "--message", "Lose the section");
    assertRefused("7.1.0", "## Unreleased");
    assertThat(git("status", "--porcelain")).isEmpty();
  }

  private void assertRefused(String version, String why) {
    assertThatThrownBy(() -> make(version))
        .isInstanceOf(ReleaseRefusedException.class)
        .hasMessageContaining(why);
  }

  private String make(String version) throws IOException, Git.Failure, ReleaseRefusedException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    new ReleaseVerb(repository, CHANGES)
        .make(version, DAY, new PrintStream(said, true, StandardCharsets.UTF_8));
    return said.toString(StandardCharsets.UTF_8);
  }

  private String git(String... arguments) throws Git.Failure {
    return new Git(repository).run(arguments);
  }
}
