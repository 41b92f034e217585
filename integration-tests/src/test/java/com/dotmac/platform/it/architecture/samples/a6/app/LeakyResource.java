package com.dotmac.platform.it.architecture.samples.a6.app;

import java.util.List;

/** Answers with entities, in a list, and accepts one. */
final class LeakyResource {
  List<Secret> list() {
    return List.of();
  }

  void create(Secret secret) {
    secret.id = 1;
  }
}
