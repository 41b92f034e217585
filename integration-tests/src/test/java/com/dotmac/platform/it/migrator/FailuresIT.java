package com.dotmac.platform.it.migrator;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.harness.Empty;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.Own;
import com.dotmac.platform.it.harness.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks every verb that the help names through the failures that each of them can meet. */
@NeedsDatabase
class FailuresIT {
  private static final Pattern VERB = Pattern.compile("(?m)^ {4}([a-z][a-z-]+)\\s");
  private static final Set<Integer> DOCUMENTED = Set.of(0, 2, 3, 4, 5, 6, 7, 8, 9, 64);

  /** What a verb needs to get as far as the database; a verb that is not here needs nothing. */
  private static final Map<String, List<String>> NEEDED =
      Map.of(
          "tag", List.of("v1"),
          "rollback", List.of("--count", "1", "--confirm", "nowhere"),
          "snapshot", List.of("--output-directory", "build"),
          "docs", List.of("--output-directory", "build"));

  @TempDir private Path folder = Path.of("");

  @Test
  void no_failure_of_any_verb_shows_a_stack_trace(
      @Own TestDatabase database, @Empty TestDatabase strangers) throws SQLException {
    Facts.run(strangers, "CREATE TABLE stranger (id int)");
    Map<String, Map<String, String>> environments =
        Map.of(
            "nothing listens", Map.of("DATABASE_URL", "jdbc:postgresql://localhost:1/nowhere"),
            "wrong password", with(database, "DATABASE_PASSWORD", "wrong"),
            "a role that may only use tables", database.environmentOfApp(),
            "an unmanaged database", strangers.environmentOfOwner());
    List<String> verbs =
        VERB.matcher(MigratorRun.of(Map.of(), "--help").done().out())
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(verbs).contains("migrate", "status", "locks", "runs", "rollback");

    for (String verb : verbs) {
      environments.forEach((failure, environment) -> assertReadsWell(failure, environment, verb));
    }
  }

  private void assertReadsWell(String failure, Map<String, String> environment, String verb) {
    List<String> words = new ArrayList<>(List.of(verb));
    for (String word : NEEDED.getOrDefault(verb, List.of())) {
      words.add(word.equals("build") ? folder.toString() : word);
    }
    MigratorRun run = MigratorRun.of(environment, words.toArray(String[]::new));

    assertThat(run.exit())
        .as("db %s with %s: %s%s", verb, failure, run.out(), run.err())
        .isIn(DOCUMENTED);
    assertThat(run.out() + run.err())
        .as("db %s with %s", verb, failure)
        .doesNotContain("Exception", "\tat ");
    if (run.exit() > 2) {
      run.refused(run.exit());
    }
  }

  private static Map<String, String> with(TestDatabase database, String name, String value) {
    Map<String, String> environment = new HashMap<>(database.environmentOfOwner());
    environment.put(name, value);
    return environment;
  }
}
