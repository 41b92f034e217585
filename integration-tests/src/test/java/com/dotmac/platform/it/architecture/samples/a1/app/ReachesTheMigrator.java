package com.dotmac.platform.it.architecture.samples.a1.app;

import com.dotmac.platform.it.architecture.samples.a1.migrator.KnowsTheDomain;

/** Of app, and calls the migrator. */
final class ReachesTheMigrator {
  int ask() {
    return KnowsTheDomain.ask();
  }
}
