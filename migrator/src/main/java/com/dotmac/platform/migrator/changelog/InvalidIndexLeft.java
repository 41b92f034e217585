package com.dotmac.platform.migrator.changelog;

/** A change ended well for the server, and an index that it names is invalid all the same. */
final class InvalidIndexLeft extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidIndexLeft(String index) {
    super(
        "index %s is invalid after the statement: no query uses it, and it guards nothing"
            .formatted(index));
  }
}
