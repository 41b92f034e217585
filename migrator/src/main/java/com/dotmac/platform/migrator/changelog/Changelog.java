package com.dotmac.platform.migrator.changelog;

import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.outcome.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import liquibase.ChecksumVersion;
import liquibase.change.CheckSum;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.exception.LiquibaseException;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.ResourceAccessor;

/**
 * Where the ordered list of changes lies: {@code db/changelog.yaml} of this jar, or a copy of it on
 * disk.
 *
 * @param path name of the list, as its files are named in the history
 * @param files gives the text of the list and of the files it names
 */
public record Changelog(String path, ResourceAccessor files) {
  static final String PACKAGED = "db/changelog.yaml";

  /** The list in this jar. */
  public static Changelog packaged() {
    return new Changelog(
        PACKAGED, new ClassLoaderResourceAccessor(Changelog.class.getClassLoader()));
  }

  /**
   * A list on disk. Its folder's name stays part of the path of every change, so a copy of the
   * packaged folder {@code db} means the same history as the packaged list.
   *
   * @throws Refusal when there is no such file
   */
  public static Changelog ofFile(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path folder = absolute.getParent();
    if (!Files.isRegularFile(absolute) || folder == null) {
      throw unreadable(file.toString(), "There is no such file.", null);
    }
    Path root = folder.getParent() == null ? folder : folder.getParent();
    try {
      return new Changelog(
          root.relativize(absolute).toString().replace('\\', '/'),
          new DirectoryResourceAccessor(root));
    } catch (IOException e) {
      throw unreadable(file.toString(), String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * The changes in the order in which they are applied. Touches no database.
   *
   * @throws Refusal when the list or a file it names cannot be read
   */
  public List<Change> changes() {
    return QuietLiquibase.call(files, () -> sets().stream().map(Changelog::change).toList());
  }

  /** The changes as Liquibase reads them; call it inside {@link QuietLiquibase}. */
  List<ChangeSet> sets() {
    try {
      return parse().getChangeSets();
    } catch (LiquibaseException e) {
      throw unreadable(path, rootMessage(e), e);
    }
  }

  /**
   * The text of a file of this list, with line feeds.
   *
   * @param file as {@link Change#path} has it
   * @throws Refusal when there is no such file
   */
  public String text(String file) {
    try (InputStream input = files.getExisting(file).openInputStream()) {
      return new String(input.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw unreadable(file, String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * The checksum that the history keeps of a change, as its file is now. Touches no database.
   *
   * @param id of the change
   * @throws Refusal when the list has no such change, or cannot be read
   */
  public String checksum(String id) {
    return QuietLiquibase.call(
        files,
        () ->
            parse().getChangeSets().stream()
                .filter(set -> set.getId().equals(id))
                .map(set -> set.generateCheckSum(ChecksumVersion.latest()).toString())
                .findFirst()
                .orElseThrow(() -> unknown(id)));
  }

  /**
   * The refusal of a change that this list does not have.
   *
   * @param id as it was asked for
   */
  public Refusal unknown(String id) {
    return new Refusal(
        ExitCode.REFUSED,
        "there is no change " + id,
        "The list " + path + " does not have it. Nothing was run.",
        "java -jar migrator.jar db status lists the changes; a newer one needs the migrator of its"
            + " release",
        null);
  }

  /**
   * The changes as {@link #changes} has them. Those of the packaged list are taken from its digest,
   * and nothing is parsed unless the history has a checksum that the digest does not expect.
   *
   * @throws Refusal when the list or a file it names cannot be read
   */
  public List<Change> listed() {
    List<Change> digest = isPackaged() ? Digest.packaged() : List.of();
    return digest.isEmpty() ? changes() : digest.stream().map(this::orAsParsed).toList();
  }

  /**
   * The same list, for work that begins sooner: the packaged one is made out of its digest. Changes
   * that are not in the digest yet are not in it either, so what writes the digest must not use it.
   */
  public Changelog quick() {
    List<Change> digest = isPackaged() ? Digest.packaged() : List.of();
    return digest.isEmpty() ? this : new Changelog(path, new PackagedFiles(path, digest));
  }

  private Change orAsParsed(Change change) {
    return new Change(
        change.id(),
        change.author(),
        change.path(),
        checksum -> change.matches().test(checksum) || matchesAsParsed(change, checksum));
  }

  private boolean matchesAsParsed(Change change, String checksum) {
    return changes().stream()
        .anyMatch(parsed -> parsed.id().equals(change.id()) && parsed.matches().test(checksum));
  }

  private boolean isPackaged() {
    return path.equals(PACKAGED) && files instanceof ClassLoaderResourceAccessor;
  }

  private DatabaseChangeLog parse() throws LiquibaseException {
    return ChangeLogParserFactory.getInstance()
        .getParser(path, files)
        .parse(path, new ChangeLogParameters(), files);
  }

  private static Change change(ChangeSet set) {
    return new Change(
        set.getId(),
        set.getAuthor(),
        set.getFilePath(),
        checksum -> set.isCheckSumValid(CheckSum.parse(checksum)));
  }

  private static String rootMessage(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }

  private static Refusal unreadable(
      String name, String why, @org.jspecify.annotations.Nullable Throwable cause) {
    return new Refusal(
        ExitCode.USAGE,
        "cannot read the list of changes " + name,
        why,
        "correct the file, or the path given with --migrations",
        cause);
  }
}
