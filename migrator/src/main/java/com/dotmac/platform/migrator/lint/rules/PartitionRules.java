package com.dotmac.platform.migrator.lint.rules;

import static com.dotmac.platform.migrator.lint.Check.each;
import static com.dotmac.platform.migrator.lint.Check.eachTable;
import static com.dotmac.platform.migrator.lint.Group.LOCKS;

import com.dotmac.platform.migrator.lint.ChangeFile;
import com.dotmac.platform.migrator.lint.Rule;
import com.dotmac.platform.migrator.lint.sql.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_partitionContext;

/** Rules about partitions of tables that were there before. */
final class PartitionRules {
  private PartitionRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.error(
            "attach-partition-without-check",
            LOCKS,
            "`ATTACH PARTITION` of a table that has no validated check",
            "Nobody uses the new partition until every row of it is checked against the bounds.",
            "Add a CHECK of the same bounds NOT VALID, validate it, then attach.",
            each(Alter_partitionContext.class, PartitionRules::attach)),
        Rule.error(
            "detach-partition-without-concurrently",
            LOCKS,
            "`DETACH PARTITION` without `CONCURRENTLY`",
            "Nobody reads or writes the whole partitioned table until the lock is granted and"
                + " gone.",
            "Write DETACH PARTITION … CONCURRENTLY in a change of its own with"
                + " runInTransaction:false.",
            each(
                Alter_partitionContext.class,
                (change, detach) ->
                    detach.DETACH() != null
                            && detach.CONCURRENTLY() == null
                            && detach.FINALIZE() == null
                        ? "detaches %s while everybody waits".formatted(Names.of(detach.child))
                        : null)),
        Rule.error(
            "partition-of-existing-table",
            LOCKS,
            "`CREATE TABLE … PARTITION OF` a table that was there before",
            "Nobody reads or writes the whole partitioned table until the lock is granted and"
                + " gone.",
            "Create a plain table with the check, then attach it: that lets readers and writers"
                + " go on.",
            eachTable(
                (change, table) ->
                    table.parent() != null && change.existing(table.parent(), table.tree())
                        ? "locks %s against everybody".formatted(table.parent())
                        : null)));
  }

  private static @Nullable String attach(ChangeFile change, Alter_partitionContext attach) {
    if (attach.ATTACH() == null) {
      return null;
    }
    String child = Names.of(attach.partition_table_value().schema_qualified_name());
    return change.existing(child, attach) && !change.before().hasValidatedCheck(child)
        ? "every row of %s is read under a lock".formatted(child)
        : null;
  }
}
