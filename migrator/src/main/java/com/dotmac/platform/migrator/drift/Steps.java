package com.dotmac.platform.migrator.drift;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the statements of one repair. */
final class Steps {
  private final List<Repair.Statement> statements = new ArrayList<>();
  private final Set<String> cautions = new LinkedHashSet<>();

  void add(Phase phase, String sql) {
    statements.add(new Repair.Statement(phase, sql, false));
  }

  /** Adds a statement with which data goes, and says which. */
  void destroy(Phase phase, String sql, String caution) {
    statements.add(new Repair.Statement(phase, sql, true));
    caution(caution);
  }

  /** Says, as a sentence, what may stand in the way. */
  void caution(String sentence) {
    cautions.add(sentence);
  }

  Repair repair() {
    return new Repair(statements, cautions.isEmpty() ? null : String.join(" ", cautions));
  }
}
