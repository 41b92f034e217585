package com.dotmac.platform.migrator.changelog;

import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.outcome.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import liquibase.change.AbstractSQLChange;
import liquibase.changelog.ChangeSet;

/** Reads the change files themselves, for those who judge their text. Touches no database. */
public final class Sources {
  private Sources() {}

  /**
   * The changes of a list with their text, in order.
   *
   * @throws Refusal when the list or a file it names cannot be read
   */
  public static List<ChangeSource> of(Changelog changelog) {
    return QuietLiquibase.call(
        changelog.files(),
        () -> changelog.sets().stream().map(set -> source(changelog, set)).toList());
  }

  private static ChangeSource source(Changelog changelog, ChangeSet set) {
    String text = text(changelog, set.getFilePath());
    return new ChangeSource(
        set.getId(),
        set.getAuthor(),
        set.getFilePath(),
        text,
        set.getLabels().getLabels(),
        set.isRunInTransaction(),
        set.getChanges().stream()
            .noneMatch(
                change ->
                    change instanceof AbstractSQLChange sql
                        && !Boolean.FALSE.equals(sql.isSplitStatements())),
        !set.getRollback().getChanges().isEmpty(),
        RollbackSource.of(set, text));
  }

  private static String text(Changelog changelog, String path) {
    try (InputStream input = changelog.files().getExisting(path).openInputStream()) {
      return new String(input.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new Refusal(
          ExitCode.USAGE,
          "cannot read the change file " + path,
          String.valueOf(e.getMessage()),
          "check the file, and its line in the list of changes",
          e);
    }
  }
}
