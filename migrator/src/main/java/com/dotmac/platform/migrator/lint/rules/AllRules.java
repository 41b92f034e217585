package com.dotmac.platform.migrator.lint.rules;

import com.dotmac.platform.migrator.lint.AllowanceRules;
import com.dotmac.platform.migrator.lint.Rule;
import java.util.List;
import java.util.stream.Stream;

/** The list of all rules over the text of change files. */
public final class AllRules {
  private AllRules() {}

  /** Every rule, by group. */
  public static List<Rule> list() {
    return Stream.of(
            DataLossRules.all(),
            DropRules.all(),
            RunningCodeRules.all(),
            IndexRules.all(),
            ConstraintRules.all(),
            RewriteRules.all(),
            LockRules.all(),
            PartitionRules.all(),
            TransactionRules.all(),
            GrantRules.all(),
            SecurityRules.all(),
            TableRules.all(),
            TypeRules.all(),
            NameRules.all(),
            DriftRules.all(),
            HeaderRules.all(),
            AllowanceRules.all())
        .flatMap(List::stream)
        .toList();
  }
}
