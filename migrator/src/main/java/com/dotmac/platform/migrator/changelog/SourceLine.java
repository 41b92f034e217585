package com.dotmac.platform.migrator.changelog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import liquibase.change.AbstractSQLChange;
import liquibase.changelog.ChangeSet;
import liquibase.resource.Resource;
import org.jspecify.annotations.Nullable;

/**
 * The line of a change file that the server means when it names a position in a statement.
 *
 * @param number counted from 1, in the file
 * @param text the line without surrounding space
 */
record SourceLine(int number, String text) {

  /** The line, or {@code null} when the position or the file does not tell. */
  static @Nullable SourceLine of(
      ChangeSet failed, Changelog changelog, int position, @Nullable AbstractSQLChange change) {
    // Of a change that is sent in pieces the server counts within a piece we no longer know.
    if (position <= 0 || change == null || change.isSplitStatements() || change.getSql() == null) {
      return null;
    }
    String sql = change.getSql().replace("\r\n", "\n");
    String file = text(changelog, failed.getFilePath());
    int start = file.indexOf(sql.strip());
    if (start < 0) {
      return null;
    }
    int leading = sql.indexOf(sql.strip());
    int offset = Math.min(start + Math.max(0, position - 1 - leading), file.length());
    int number = (int) file.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
    return new SourceLine(number, file.lines().skip(number - 1L).findFirst().orElse("").strip());
  }

  private static String text(Changelog changelog, String path) {
    try {
      Resource resource = changelog.files().getExisting(path);
      try (InputStream input = resource.openInputStream()) {
        return new String(input.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
      }
    } catch (IOException e) {
      return "";
    }
  }
}
