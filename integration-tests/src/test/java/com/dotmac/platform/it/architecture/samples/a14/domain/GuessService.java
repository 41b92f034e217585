package com.dotmac.platform.it.architecture.samples.a14.domain;

/** Is not told for which tenant. */
public final class GuessService {
  /** Guesses. */
  public String guess(String name) {
    return name;
  }
}
