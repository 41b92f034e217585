package com.dotmac.platform.it.migrator;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.harness.Empty;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.migrator.changelog.Changelog;
import com.dotmac.platform.migrator.changelog.Engine;
import com.dotmac.platform.migrator.footprint.FootprintRecorder;
import com.dotmac.platform.migrator.footprint.Footprints;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@NeedsDatabase
class FootprintsIT {

  @Test
  void the_committed_footprints_are_those_of_the_changes(@Empty TestDatabase database)
      throws Exception {
    Footprints recorded;
    try (Connection owner = database.connectAsOwner()) {
      recorded = FootprintRecorder.record(owner, new Engine(Changelog.packaged(), database.name()));
    }

    assertThat(recorded.text())
        .as("db/footprints.json is not what the changes leave; run: make golden")
        .isEqualTo(committed());
    assertThat(Footprints.packaged()).isEqualTo(recorded);
    assertThat(Footprints.packaged().head()).isEqualTo(Facts.catalog(database));
  }

  private static String committed() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(Footprints.class.getResourceAsStream(Footprints.PACKAGED))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
