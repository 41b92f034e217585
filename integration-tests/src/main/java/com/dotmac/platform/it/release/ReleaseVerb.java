package com.dotmac.platform.it.release;

import com.dotmac.platform.domain.schema.RequiredSchema;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * {@code make release VERSION=…}: two commits. The first is the release: version and changelog. The
 * second records the first by its id, and begins the next version. Never tags and never pushes: it
 * says with which commands a person does.
 */
public final class ReleaseVerb {
  private static final String FORM = "\\d+\\.\\d+\\.\\d+";

  private final Path repository;
  private final Git git;
  private final List<String> changes;

  /**
   * The verb in a work tree.
   *
   * @param repository its root
   * @param changes ids of the changes of this build, in order
   */
  ReleaseVerb(Path repository, List<String> changes) {
    this.repository = repository;
    this.changes = List.copyOf(changes);
    git = new Git(repository);
  }

  /** Runs it in this directory. The argument is the version. */
  public static void main(String[] arguments) {
    String version = arguments.length == 1 ? arguments[0] : "";
    try {
      new ReleaseVerb(Path.of("."), RequiredSchema.ofThisBuild().changes())
          .make(version, LocalDate.now(Clock.systemUTC()), System.out);
    } catch (ReleaseRefusedException | Git.Failure | IOException e) {
      System.err.println("error: " + e.getMessage());
      System.exit(1);
    }
  }

  /**
   * Makes the release out of the commit that is checked out.
   *
   * @param version as in {@code 0.1.0}
   * @param today the day of the release
   * @param out for the commands that are left to do
   * @throws ReleaseRefusedException if it must not be made; nothing was changed then
   * @throws Git.Failure if git refuses
   * @throws IOException if a file cannot be read or written
   */
  void make(String version, LocalDate today, PrintStream out)
      throws ReleaseRefusedException, Git.Failure, IOException {
    refuseUnfit(version);
    ProjectFiles files = ProjectFiles.read(repository);
    files.release(version, changes.get(changes.size() - 1), today);
    commit("Release " + version);
    String id = git.run("rev-parse", "HEAD");
    new Release(version, id, ChangeDigest.of(repository, changes)).record(repository);
    String next = next(version);
    ProjectFiles.read(repository).begin(next);
    commit("Record release " + version + " and begin " + next);
    out.printf(
        """
        Release %1$s is commit %2$s. Prove it, then publish it:
          .ci/run
          git tag -a v%1$s -m "Release %1$s" %2$s
          git push --atomic origin HEAD v%1$s
        """,
        version, id);
  }

  private void refuseUnfit(String version)
      throws ReleaseRefusedException, Git.Failure, IOException {
    if (!version.matches(FORM)) {
      throw new ReleaseRefusedException(
          "'%s' is no version. Say which: make release VERSION=0.1.0".formatted(version));
    }
    Optional<Release> last = Release.last(repository);
    if (last.isPresent()
        && Version.parse(version).compareTo(Version.parse(last.get().version())) <= 0) {
      throw new ReleaseRefusedException(
          "%s is not newer than %s, the last release.".formatted(version, last.get().version()));
    }
    String changed = git.run("status", "--porcelain");
    if (!changed.isEmpty()) {
      throw new ReleaseRefusedException(
          "The work tree has changes that are not committed. Commit them or put them away first:\n"
              + changed);
    }
  }

  private void commit(String message) throws Git.Failure {
    git.run("add", "--all");
    git.run("commit", "--quiet", "--message", message);
  }

  private static String next(String version) {
    String[] numbers = version.split("\\.", -1);
    return numbers[0] + "." + (Integer.parseInt(numbers[1]) + 1) + ".0-SNAPSHOT";
  }
}
