package com.dotmac.platform.migrator.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PackagedChangelogTest {

  @Test
  void every_change_is_named_after_its_file_and_in_the_order_of_its_number() {
    assertThat(Changelog.packaged().changes())
        .isNotEmpty()
        .allSatisfy(
            change -> {
              assertThat(change.path()).isEqualTo("db/changes/" + change.id() + ".sql");
              assertThat(change.author()).isEqualTo("dotmac");
            })
        .extracting(Change::id)
        .isSorted();
  }
}
