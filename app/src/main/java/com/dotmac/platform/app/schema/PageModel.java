package com.dotmac.platform.app.schema;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows, in words. The names are those of the template.
 *
 * @param state name of the state
 * @param tone {@code good}, {@code wait} or {@code bad}
 * @param sentence what was found
 * @param command what to type; {@code null} when the remedy is no command
 * @param remedy what to do, when it is no command; {@code null} when nothing is to be done
 * @param databaseVersion last change of the database; {@code null} when there is none
 * @param requiredVersion what the application was built for
 * @param serving whether requests are taken
 * @param atWork migrators at work
 * @param pending changes that are missing
 * @param judged whether the tables were compared with what the changes make
 * @param drift what can do harm
 * @param tolerated what is told only
 * @param changes the newest changes, newest first
 * @param earlier whether there are older ones than these
 * @param lookedAt when the database was asked, for people
 * @param lookedAtIso the same for programs
 */
record PageModel(
    String state,
    String tone,
    String sentence,
    @Nullable String command,
    @Nullable String remedy,
    @Nullable String databaseVersion,
    String requiredVersion,
    boolean serving,
    List<String> atWork,
    List<String> pending,
    boolean judged,
    List<String> drift,
    List<String> tolerated,
    List<Row> changes,
    boolean earlier,
    String lookedAt,
    String lookedAtIso) {

  private static final String RUN = "Run: ";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /**
   * A line of the history.
   *
   * @param id of the change
   * @param contract whether it takes something away
   * @param at when, for people; {@code null} when nobody recorded it
   * @param atIso the same for programs
   * @param took how long, for people; {@code null} when nobody recorded it
   * @param who by whom; {@code null} when nobody recorded it
   */
  record Row(
      String id,
      boolean contract,
      @Nullable String at,
      @Nullable String atIso,
      @Nullable String took,
      @Nullable String who) {

    static Row of(RecordedChange change) {
      Instant at = change.at();
      Duration took = change.took();
      return new Row(
          change.id(),
          change.phase().contains("contract"),
          at == null ? null : TIME.format(at),
          at == null ? null : at.toString(),
          took == null ? null : words(took),
          change.who());
    }

    private static String words(Duration took) {
      return took.toMillis() < 10_000
          ? String.format(Locale.ROOT, "%,d ms", took.toMillis())
          : String.format(Locale.ROOT, "%,.1f s", took.toMillis() / 1000.0);
    }
  }

  static PageModel of(SchemaLook look, SchemaSettings settings) {
    SchemaReport report = look.report();
    Drift drift = report.drift();
    String remedy = report.state().remedy();
    boolean command = remedy.startsWith(RUN);
    return new PageModel(
        report.state().word(),
        tone(report.state()),
        report.detail(),
        command ? remedy.substring(RUN.length()) : null,
        command || remedy.isEmpty() ? null : remedy,
        report.databaseVersion(),
        report.requiredVersion(),
        settings.ready(report.state()),
        report.migrators(),
        report.pending(),
        drift != null,
        drift == null ? List.of() : drift.harmful(),
        drift == null ? List.of() : drift.tolerated(),
        look.changes().stream().map(Row::of).toList(),
        look.changes().size() == ChangeRecords.LIMIT,
        TIME.format(look.at()),
        look.at().toString());
  }

  private static String tone(SchemaState state) {
    if (state.healthy()) {
      return "good";
    }
    return state == SchemaState.AWAITING_MIGRATION ? "wait" : "bad";
  }

  /** Whether there is a history to show. */
  boolean hasChanges() {
    return !changes.isEmpty();
  }

  /** Whether something harmful was found. */
  boolean hasDrift() {
    return !drift.isEmpty();
  }

  /** Whether something tolerated was found. */
  boolean hasTolerated() {
    return !tolerated.isEmpty();
  }

  /** Whether changes are missing. */
  boolean hasPending() {
    return !pending.isEmpty();
  }
}
