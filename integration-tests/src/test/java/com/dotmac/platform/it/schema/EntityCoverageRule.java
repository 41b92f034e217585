package com.dotmac.platform.it.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** S10: every entity is saved and read back by at least one test of the run. */
final class EntityCoverageRule {
  /** Entities that are written by the thousand, by statements of our own, and only read as such. */
  static final Set<String> WRITTEN_BY_STATEMENTS =
      Set.of(
          "CommissionPool",
          "CommissionTerms",
          "LedgerEntry",
          "LedgerTransaction",
          "PartnerStatement",
          "PartnerStatementPeriod",
          "Payout",
          "PayoutLine");

  private EntityCoverageRule() {}

  /** Who was never saved or never read, going by the lines that were recorded. */
  static List<String> missing(Collection<Class<?>> entities, Collection<String> recorded) {
    List<String> sentences = new ArrayList<>();
    for (Class<?> entity : entities) {
      boolean saved = !WRITTEN_BY_STATEMENTS.contains(entity.getSimpleName());
      for (String act : saved ? List.of("saved", "read") : List.of("read")) {
        if (!recorded.contains(act + " " + entity.getName())) {
          sentences.add(
              "No test of this run %s a %s: write one that saves it and reads it back in another unit of work."
                  .formatted(act, entity.getSimpleName()));
        }
      }
    }
    return sentences;
  }
}
