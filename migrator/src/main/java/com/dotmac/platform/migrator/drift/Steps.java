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
    add(phase, 0, sql);
  }

  /** Adds a statement at its place within the phase. */
  void add(Phase phase, int order, String sql) {
    statements.add(new Repair.Statement(phase, order, sql, false));
  }

  /** Adds another repair. */
  void add(Repair repair) {
    statements.addAll(repair.statements());
    if (repair.caution() != null) {
      cautions.add(repair.caution());
    }
  }

  /** Adds a statement with which data goes, and says which. */
  void destroy(Phase phase, String sql, String caution) {
    statements.add(new Repair.Statement(phase, 0, sql, true));
    caution(caution);
  }

  /** Says, as a sentence, what may stand in the way. */
  void caution(String sentence) {
    cautions.add(sentence);
  }

  Repair repair() {
    List<Repair.Statement> sorted = new ArrayList<>(new LinkedHashSet<>(statements));
    sorted.sort(Repair.ORDER);
    return new Repair(sorted, cautions.isEmpty() ? null : String.join(" ", cautions));
  }
}
