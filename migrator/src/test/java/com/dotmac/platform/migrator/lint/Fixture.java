package com.dotmac.platform.migrator.lint;

import com.dotmac.platform.migrator.changelog.ChangeSource;
import com.dotmac.platform.migrator.changelog.Changelog;
import com.dotmac.platform.migrator.changelog.Sources;
import com.dotmac.platform.migrator.lint.rules.AllRules;
import com.dotmac.platform.migrator.lint.sql.ParsedSql;
import com.dotmac.platform.migrator.lint.sql.Schema;
import com.dotmac.platform.migrator.lint.sql.Structure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A change file of {@code src/test/resources/lint}. The block below {@code -- Given:} is SQL that
 * ran before it; the line on which something must be found ends with {@code -- here}, and is that
 * of {@code -- Lint:} or {@code --changeset} where none does.
 */
record Fixture(List<ChangeSource> changes) {
  private static final String GIVEN = "-- Given:";
  private static final String INDENT = "--   ";

  /** The fixture of a rule. */
  static Fixture of(Path folder, String name) {
    return new Fixture(Sources.of(Changelog.ofFile(folder.resolve(name + ".sql"))));
  }

  /** What all rules find in it. */
  List<Finding> findings() {
    Linter linter = new Linter(AllRules.list(), List.of());
    return linter.lint(changes, Map.of(), given());
  }

  /** The line on which something must be found, counted from 1. */
  int line() {
    for (String mark : List.of(" -- here", "-- Lint:", "--changeset ")) {
      List<String> lines = text().lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).endsWith(mark) || lines.get(i).startsWith(mark)) {
          return i + 1;
        }
      }
    }
    throw new IllegalStateException(changes.get(0).path() + " has no line for its finding");
  }

  private String text() {
    return changes.get(0).text();
  }

  private Schema given() {
    String former =
        text()
            .lines()
            .dropWhile(line -> !line.equals(GIVEN))
            .skip(1)
            .takeWhile(line -> line.startsWith(INDENT))
            .map(line -> line.substring(INDENT.length()))
            .collect(Collectors.joining("\n"));
    ParsedSql sql = ParsedSql.of(former);
    if (!sql.faults().isEmpty()) {
      throw new IllegalStateException(changes.get(0).path() + ": " + sql.faults());
    }
    return Schema.empty().after(Structure.of(sql));
  }
}
