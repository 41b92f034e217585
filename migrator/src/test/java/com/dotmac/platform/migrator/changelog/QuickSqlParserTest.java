package com.dotmac.platform.migrator.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import liquibase.change.core.RawSQLChange;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.util.StandardSqlParser;
import org.junit.jupiter.api.Test;

class QuickSqlParserTest {
  private static final String SQL = "CREATE TABLE a (b text); -- of 'c'\nINSERT INTO a VALUES (1)";

  private final QuickSqlParser parser = new QuickSqlParser();

  @Test
  void a_change_that_is_sent_as_it_is_stays_one_piece() {
    assertThat(parser.parse(SQL, true, true, change(false)).toArray(true)).containsExactly(SQL);
  }

  @Test
  void a_change_that_is_cut_at_semicolons_is_parsed_as_liquibase_does() {
    assertThat(parser.parse(SQL, true, true, change(true)).toArray(true))
        .hasSizeGreaterThan(10)
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactly(new StandardSqlParser().parse(SQL, true, true).toArray(true));
  }

  @Test
  void comments_that_are_to_go_are_looked_for() {
    assertThat(parser.parse(SQL, true, false, change(false)).toString()).doesNotContain("of 'c'");
  }

  private static ChangeSet change(boolean split) {
    RawSQLChange sql = new RawSQLChange(SQL);
    sql.setSplitStatements(split);
    ChangeSet set = new ChangeSet(new DatabaseChangeLog("db/changelog.yaml"));
    set.addChange(sql);
    return set;
  }
}
