package com.dotmac.platform.it.architecture.samples.a8.partners;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;

/** Takes a database from elsewhere than the harness. */
final class OwnDatabase {
  EmbeddedPostgres start() throws IOException {
    return EmbeddedPostgres.start();
  }
}
