package com.dotmac.platform.it.architecture.samples.a6.app;

import java.util.List;

/** Answers with entities, in a list, and accepts one. */
public final class LeakyResource {
  /** Gives them. */
  public List<Secret> list() {
    return List.of();
  }

  /** Takes one. */
  public void create(Secret secret) {
    secret.id = 1;
  }

  private Secret inside() {
    return new Secret();
  }

  /** Gives none, though it has one. */
  public long count() {
    return inside().id;
  }
}
