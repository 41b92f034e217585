package com.dotmac.platform.migrator.lint;

import com.dotmac.platform.migrator.changelog.ChangeSource;
import com.dotmac.platform.migrator.lint.sql.ParsedSql;
import com.dotmac.platform.migrator.lint.sql.Schema;
import com.dotmac.platform.migrator.lint.sql.Structure;
import org.antlr.v4.runtime.ParserRuleContext;

/**
 * One change as the rules see it.
 *
 * @param source its text and what its header tells Liquibase
 * @param header the comment lines above that
 * @param sql the file, parsed
 * @param structure what the SQL makes and changes
 * @param before the tables as the former changes left them
 * @param changesInFile how many changes its file holds
 */
public record ChangeFile(
    ChangeSource source,
    Header header,
    ParsedSql sql,
    Structure structure,
    Schema before,
    int changesInFile) {

  /** Parses a change that follows others. */
  public static ChangeFile of(ChangeSource source, Schema before, int changesInFile) {
    ParsedSql sql = ParsedSql.of(source.text());
    return new ChangeFile(
        source, Header.of(source.text()), sql, Structure.of(sql), before, changesInFile);
  }

  /** The way back of this change, as a change on top of it. */
  public ChangeFile wayBack() {
    ParsedSql back = ParsedSql.of(source.rollback().sql());
    return new ChangeFile(source, header, back, Structure.of(back), after(), changesInFile);
  }

  /** The tables as this change leaves them. */
  public Schema after() {
    return before.after(structure);
  }

  /**
   * Whether a table or view was there before this change. One that the change itself made further
   * up is empty and nobody else sees it: no lock on it can hurt.
   */
  public boolean existing(String table, ParserRuleContext at) {
    return structure.made().stream()
        .noneMatch(
            made ->
                made.name().equals(table)
                    && made.tree().getStart().getTokenIndex() < at.getStart().getTokenIndex());
  }

  /** Whether the release before must go on working after this change: the default. */
  public boolean expands() {
    return !"contract".equals(header.phase());
  }
}
