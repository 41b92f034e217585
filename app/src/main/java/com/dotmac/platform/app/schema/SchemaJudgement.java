package com.dotmac.platform.app.schema;

import com.dotmac.platform.domain.schema.RequiredCatalog;
import com.dotmac.platform.domain.schema.RequiredSchema;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes of what was found a state and a sentence. Asks nobody: the same facts, the same report. */
final class SchemaJudgement {

  private final RequiredSchema required;
  private final RequiredCatalog catalog;

  /**
   * The judgement of one build.
   *
   * @param required the changes that it needs
   * @param catalog what they make; asked only where it is of the very version that is needed
   */
  SchemaJudgement(RequiredSchema required, RequiredCatalog catalog) {
    this.required = required;
    this.catalog = catalog;
  }

  /** What the facts mean to this build. */
  SchemaReport of(SchemaFacts facts) {
    return facts
        .history()
        .map(history -> withHistory(facts, history))
        .orElseGet(() -> withoutHistory(facts));
  }

  /**
   * What no answer means.
   *
   * @param reason in words, without an end stop
   */
  SchemaReport unreachable(String reason) {
    return new SchemaReport(
        SchemaState.UNREACHABLE,
        null,
        required.version(),
        List.of(),
        null,
        List.of(),
        "The database does not answer: " + reason + ".");
  }

  private SchemaReport withoutHistory(SchemaFacts facts) {
    if (!facts.migrators().isEmpty()) {
      return awaiting(facts, null, required.changes(), "The database has no history of changes");
    }
    return facts.tables() == 0
        ? report(facts, SchemaState.EMPTY, null, required.changes(), "The database is empty.")
        : report(
            facts,
            SchemaState.UNMANAGED,
            null,
            required.changes(),
            "The database has "
                + (facts.tables() == 1 ? "a table" : facts.tables() + " tables")
                + " but no history of changes: something other than the migrator made them.");
  }

  private SchemaReport withHistory(SchemaFacts facts, List<AppliedChange> history) {
    String version = history.isEmpty() ? null : history.get(history.size() - 1).id();
    Set<String> seen = new HashSet<>();
    history.forEach(change -> seen.add(change.id()));
    List<String> pending = required.changes().stream().filter(id -> !seen.contains(id)).toList();
    Set<String> known = Set.copyOf(required.changes());
    List<AppliedChange> newer =
        history.stream().filter(change -> !known.contains(change.id())).toList();
    if (pending.isEmpty()) {
      return complete(facts, String.valueOf(version), newer);
    }
    // A history that goes another way, lacking changes and having unknown ones, is not tolerated.
    return newer.isEmpty() && required.toleratesWithout(pending)
        ? tolerated(facts, String.valueOf(version), pending)
        : lacking(facts, version, pending);
  }

  /** Something is not there that the build can do without. */
  private SchemaReport tolerated(SchemaFacts facts, String version, List<String> pending) {
    boolean working = !facts.migrators().isEmpty();
    return report(
        facts,
        working ? SchemaState.MIGRATING : SchemaState.BEHIND_TOLERATED,
        version,
        pending,
        "The database is at "
            + version
            + "; this app works on it and was built for "
            + required.version()
            + (working
                ? "; a migrator is at work: " + names(facts) + "."
                : ", " + pending.size() + " pending."));
  }

  /** Something that the build needs is not there. */
  private SchemaReport lacking(SchemaFacts facts, @Nullable String version, List<String> pending) {
    String at =
        version == null ? "The database has seen no change" : "The database is at " + version;
    return facts.migrators().isEmpty()
        ? report(
            facts,
            SchemaState.BEHIND,
            version,
            pending,
            at + "; this app needs " + required.version() + ", " + pending.size() + " pending.")
        : awaiting(facts, version, pending, at);
  }

  /** All that the build needs is there, and perhaps more. */
  private SchemaReport complete(SchemaFacts facts, String version, List<AppliedChange> newer) {
    String at = "The database is at " + version;
    String ahead = ", newer than this app, which was built for " + required.version();
    if (newer.stream().anyMatch(AppliedChange::contract)) {
      String detail = at + ahead + "; something that it needs may be gone.";
      return report(facts, SchemaState.AHEAD_CONTRACTED, version, List.of(), detail);
    }
    if (!facts.migrators().isEmpty()) {
      String detail = at + "; a migrator is at work: " + names(facts) + ".";
      return report(facts, SchemaState.MIGRATING, version, List.of(), detail);
    }
    return newer.isEmpty()
        ? atTheVersion(facts, version, at + ".")
        : report(facts, SchemaState.AHEAD_COMPATIBLE, version, List.of(), at + ahead + ".");
  }

  private SchemaReport atTheVersion(SchemaFacts facts, String version, String detail) {
    if (!catalog.version().equals(required.version())) {
      return report(facts, SchemaState.CURRENT, version, List.of(), detail);
    }
    Drift drift = Drift.between(catalog, facts.objects());
    boolean harmed = !drift.harmful().isEmpty();
    return new SchemaReport(
        harmed ? SchemaState.DRIFTED : SchemaState.CURRENT,
        version,
        required.version(),
        List.of(),
        drift,
        facts.migrators(),
        harmed
            ? "The database is at " + version + ", but differs from it: " + drift.summary() + "."
            : detail);
  }

  private SchemaReport awaiting(
      SchemaFacts facts, @Nullable String version, List<String> pending, String at) {
    String detail =
        at
            + "; this app needs "
            + required.version()
            + ", and a migrator is at work: "
            + names(facts)
            + ".";
    return report(facts, SchemaState.AWAITING_MIGRATION, version, pending, detail);
  }

  private static String names(SchemaFacts facts) {
    return String.join("; ", facts.migrators());
  }

  private SchemaReport report(
      SchemaFacts facts,
      SchemaState state,
      @Nullable String version,
      List<String> pending,
      String detail) {
    return new SchemaReport(
        state, version, required.version(), pending, null, facts.migrators(), detail);
  }
}
