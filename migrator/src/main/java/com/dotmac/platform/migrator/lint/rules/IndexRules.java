package com.dotmac.platform.migrator.lint.rules;

import static com.dotmac.platform.migrator.lint.Check.each;
import static com.dotmac.platform.migrator.lint.Check.eachIndex;
import static com.dotmac.platform.migrator.lint.Group.LOCKS;

import com.dotmac.platform.migrator.lint.ChangeFile;
import com.dotmac.platform.migrator.lint.Rule;
import com.dotmac.platform.migrator.lint.sql.Names;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Additional_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_partitionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_index_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Drop_statementsContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Reindex_stmtContext;

/** Rules about index work that makes writers wait. */
final class IndexRules {
  private IndexRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.error(
            "index-without-concurrently",
            LOCKS,
            "`CREATE INDEX` on a table that was there before",
            "Nobody writes to the table until the whole index is built.",
            "Write CREATE INDEX CONCURRENTLY in a change of its own with runInTransaction:false.",
            eachIndex(
                (change, index) ->
                    !index.concurrently() && change.existing(index.table(), index.tree())
                        ? "writers of %s wait while the index is built".formatted(index.table())
                        : null)),
        Rule.error(
            "drop-index-without-concurrently",
            LOCKS,
            "`DROP INDEX` of an index that was there before",
            "It waits for every reader of the table, and whoever comes after waits behind it.",
            "Write DROP INDEX CONCURRENTLY in a change of its own with runInTransaction:false.",
            each(
                Drop_statementsContext.class,
                (change, drop) ->
                    drop.INDEX() != null && drop.CONCURRENTLY() == null && !madeHere(change, drop)
                        ? "readers and writers of its table wait"
                        : null)),
        Rule.error(
            "reindex-without-concurrently",
            LOCKS,
            "`REINDEX` without `CONCURRENTLY`",
            "Nobody writes to the table, and nobody reads by the index, until it is built.",
            "Write REINDEX … CONCURRENTLY in a change of its own with runInTransaction:false.",
            each(
                Reindex_stmtContext.class,
                (change, reindex) ->
                    concurrently(reindex) ? null : "writers wait while the index is built")),
        Rule.error(
            "refresh-without-concurrently",
            LOCKS,
            "`REFRESH MATERIALIZED VIEW` without `CONCURRENTLY`",
            "Nobody reads the view until it is filled.",
            "Give the view a unique index and write REFRESH MATERIALIZED VIEW CONCURRENTLY.",
            each(
                Additional_statementContext.class,
                (change, statement) ->
                    statement.REFRESH() != null
                            && statement.CONCURRENTLY() == null
                            && change.existing(
                                Names.of(statement.schema_qualified_name()), statement)
                        ? "readers of the view wait until it is filled"
                        : null)));
  }

  /** The statements that PostgreSQL runs outside of a transaction only. */
  static List<ParserRuleContext> outsideTransaction(ChangeFile change) {
    return Stream.of(
            change.sql().all(Create_index_statementContext.class).stream()
                .filter(index -> index.CONCURRENTLY() != null),
            change.sql().all(Drop_statementsContext.class).stream()
                .filter(drop -> drop.CONCURRENTLY() != null),
            change.sql().all(Reindex_stmtContext.class).stream().filter(IndexRules::concurrently),
            change.sql().all(Alter_partitionContext.class).stream()
                .filter(detach -> detach.CONCURRENTLY() != null),
            RewriteRules.vacuums(change).stream())
        .flatMap(found -> found.map(ParserRuleContext.class::cast))
        .toList();
  }

  private static boolean concurrently(Reindex_stmtContext reindex) {
    return reindex.CONCURRENTLY() != null
        || (reindex.reindex_options() != null
            && reindex.reindex_options().reindex_option().stream()
                .anyMatch(option -> option.CONCURRENTLY() != null));
  }

  private static boolean madeHere(ChangeFile change, Drop_statementsContext drop) {
    List<String> made =
        change.structure().indexes().stream()
            .map(index -> index.name())
            .filter(Objects::nonNull)
            .map(String::valueOf)
            .toList();
    return made.containsAll(Drops.names(drop));
  }
}
