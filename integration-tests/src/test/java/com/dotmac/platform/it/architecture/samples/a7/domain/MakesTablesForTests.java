package com.dotmac.platform.it.architecture.samples.a7.domain;

import io.dropwizard.testing.junit5.DAOTestExtension;

/** Makes tables from entities, for a test. */
final class MakesTablesForTests {
  DAOTestExtension.Builder tables() {
    return DAOTestExtension.newBuilder();
  }
}
