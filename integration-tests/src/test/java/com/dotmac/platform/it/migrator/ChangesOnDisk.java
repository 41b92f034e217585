package com.dotmac.platform.it.migrator;

import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.migrator.CommandLine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A copy of the packaged list of changes that a test may add to and edit. */
public final class ChangesOnDisk {
  private static final Pattern FILE = Pattern.compile("changes/[^,]+\\.sql");

  private final Path folder;

  private ChangesOnDisk(Path folder) {
    this.folder = folder;
  }

  /** Copies the packaged list below a folder. */
  public static ChangesOnDisk in(Path parent) throws IOException {
    ChangesOnDisk copy = new ChangesOnDisk(parent.resolve("db"));
    Files.createDirectories(copy.folder.resolve("changes"));
    String list = copy.take("changelog.yaml");
    Matcher file = FILE.matcher(list);
    while (file.find()) {
      copy.take(file.group());
    }
    return copy;
  }

  /** What {@code --migrations} wants. */
  public String list() {
    return folder.resolve("changelog.yaml").toString();
  }

  /** Adds a change at the end of the list. */
  public void add(String id, String sql) throws IOException {
    add(id, "expand", "reversible", sql, "");
  }

  /** Adds a change that makes an object of every kind at the end of the list. */
  void addEveryKind() throws IOException {
    try (InputStream sql =
        Objects.requireNonNull(ChangesOnDisk.class.getResourceAsStream("every-kind.sql"))) {
      add("9001-tests-every-kind", new String(sql.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** Adds a change that runs outside a transaction at the end of the list. */
  public void addWithoutTransaction(String id, String sql) throws IOException {
    add(id, "expand", "reversible", sql, " runInTransaction:false");
  }

  /** Adds a change at the end of the list that declares its way back in these words. */
  void add(String id, String declaration, String sql) throws IOException {
    add(id, "expand", declaration, sql, "");
  }

  /** Adds a change that takes something away at the end of the list. */
  public void addContract(String id, String sql) throws IOException {
    add(id, "contract", "forward-only. A test wants it.", sql, "");
  }

  private void add(String id, String phase, String declaration, String sql, String attribute)
      throws IOException {
    String header =
        """
        --liquibase formatted sql
        -- Why: a test wants it.
        -- Phase: %s
        -- Rollback: %s
        --changeset dotmac:%s labels:%s splitStatements:false stripComments:false%s
        """
            .formatted(phase, declaration, id, phase, attribute);
    Files.writeString(folder.resolve("changes").resolve(id + ".sql"), header + sql + "\n");
    Files.writeString(
        folder.resolve("changelog.yaml"),
        "  - include: {file: changes/%s.sql, relativeToChangelogFile: true}%n".formatted(id),
        StandardOpenOption.APPEND);
  }

  /** Brings an empty database to the end of the list, and records what each change leaves there. */
  void applyTo(TestDatabase empty) {
    String directory = folder.toString();
    MigratorRun.of(empty, "snapshot", "--output-directory", directory, "--migrations", list())
        .done();
  }

  /** Edits the file of a change. */
  void edit(String id, String from, String to) throws IOException {
    Path file = folder.resolve("changes").resolve(id + ".sql");
    String text = Files.readString(file);
    if (!text.contains(from)) {
      throw new IllegalArgumentException(file + " does not contain " + from);
    }
    Files.writeString(file, text.replace(from, to));
  }

  /** Writes the generated files beside the list, with an empty database to apply it to. */
  void snapshot(TestDatabase empty) {
    MigratorRun.of(
            empty, "snapshot", "--migrations", list(), "--output-directory", folder.toString())
        .done();
  }

  private String take(String name) throws IOException {
    try (InputStream packaged =
        Objects.requireNonNull(CommandLine.class.getResourceAsStream("/db/" + name), name)) {
      String text = new String(packaged.readAllBytes(), StandardCharsets.UTF_8);
      Files.writeString(folder.resolve(name), text);
      return text;
    }
  }
}
