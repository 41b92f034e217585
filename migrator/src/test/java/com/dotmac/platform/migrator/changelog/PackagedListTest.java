package com.dotmac.platform.migrator.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dotmac.platform.migrator.outcome.Refusal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import liquibase.ChecksumVersion;
import liquibase.change.AbstractSQLChange;
import liquibase.changelog.ChangeSet;
import org.junit.jupiter.api.Test;

class PackagedListTest {
  private static final String MISSING = "db/changes/9999-not-there.sql";

  private final Changelog parsed = Changelog.packaged();
  private final Changelog quick = parsed.quick();

  @Test
  void the_list_made_of_the_digest_is_the_list_in_yaml() {
    assertThat(quick.files()).isInstanceOf(PackagedFiles.class);
    assertThat(facts(quick)).isNotEmpty().isEqualTo(facts(parsed));
  }

  @Test
  void a_file_that_the_digest_names_and_the_jar_lacks_is_an_error() {
    PackagedFiles files =
        new PackagedFiles(
            Changelog.PACKAGED,
            List.of(new Change("9999-not-there", "dotmac", MISSING, checksum -> true)));
    Changelog list = new Changelog(Changelog.PACKAGED, files);
    assertThatThrownBy(() -> QuietLiquibase.call(files, list::sets))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.text()).contains(MISSING));
  }

  private static List<Map<String, Object>> facts(Changelog list) {
    return QuietLiquibase.call(
        list.files(), () -> list.sets().stream().map(PackagedListTest::facts).toList());
  }

  private static Map<String, Object> facts(ChangeSet set) {
    return Map.of(
        "id", set.getId(),
        "author", set.getAuthor(),
        "path", set.getFilePath(),
        "labels", String.valueOf(set.getLabels()),
        "contexts", String.valueOf(set.getContextFilter()),
        "transaction", set.isRunInTransaction(),
        "checksum", set.generateCheckSum(ChecksumVersion.latest()).toString(),
        "sql", sql(set.getChanges()),
        "rollback", sql(set.getRollback().getChanges()));
  }

  private static String sql(List<? extends liquibase.change.Change> changes) {
    return changes.stream()
        .map(AbstractSQLChange.class::cast)
        .map(change -> change.isSplitStatements() + ": " + change.getSql())
        .collect(Collectors.joining("\n"));
  }
}
