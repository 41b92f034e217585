package com.dotmac.platform.migrator.catalog;

import java.util.Locale;

/** The kinds of objects a schema consists of, in the order in which a reader wants to meet them. */
public enum Kind {
  /** A schema other than {@code public}. */
  SCHEMA,
  /** An extension, without its version. */
  EXTENSION,
  /** An enum, domain, range or stand-alone composite type. */
  TYPE,
  /** A function, procedure or aggregate. */
  FUNCTION,
  /** A sequence that is not part of an identity column. */
  SEQUENCE,
  /** A table without its parts: storage, partitioning, row security, replica identity. */
  TABLE,
  /** A column with everything that is said of it, NOT NULL included. */
  COLUMN,
  /** A key, reference, check or exclusion. */
  CONSTRAINT,
  /** An index that stands behind no constraint. */
  INDEX,
  /** A view or materialised view. */
  VIEW,
  /** A rewrite rule other than that of a view. */
  RULE,
  /** A trigger of the users of the database. */
  TRIGGER,
  /** A row-security policy. */
  POLICY,
  /** Extended statistics. */
  STATISTICS,
  /** Who owns an object, where it is not who owns the history. */
  OWNER,
  /** Rights on an object where they differ from those a new one has. */
  GRANT,
  /** Rights that objects to come will have. */
  DEFAULT_PRIVILEGE,
  /** A comment on any of these. */
  COMMENT;

  String queryFile() {
    return name().toLowerCase(Locale.ROOT) + ".sql";
  }
}
