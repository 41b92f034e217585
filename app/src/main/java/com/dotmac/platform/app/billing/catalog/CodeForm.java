package com.dotmac.platform.app.billing.catalog;

/** How systems may call something of the catalogue. */
final class CodeForm {

  /** The form. */
  static final String REGEXP = "[a-z0-9][a-z0-9._-]{0,49}";

  /** What is wrong. */
  static final String MESSAGE =
      "must be 1 to 50 lower-case letters, digits, points, underscores and hyphens, the first a"
          + " letter or digit";

  private CodeForm() {}
}
