package com.dotmac.platform.migrator.drift;

/**
 * When a statement of a repair runs among those of all repairs: what stands in the way goes first,
 * then what others rest on is made before them.
 */
public enum Phase {
  /** Objects become ours, so that the statements after it are allowed. */
  TAKE_OVER,
  /** Views, rules, triggers, policies and statistics go. */
  DROP_DEPENDANTS,
  /** Foreign keys go. */
  DROP_REFERENCES,
  /** Other constraints go. */
  DROP_CONSTRAINTS,
  /** Indexes go. */
  DROP_INDEXES,
  /** Columns go, or are freed from a type that goes. */
  DROP_COLUMNS,
  /** Tables go. */
  DROP_TABLES,
  /** Functions that are made anew go. */
  DROP_FUNCTIONS,
  /** Schemas come. */
  SCHEMAS,
  /** Extensions come. */
  EXTENSIONS,
  /** Types come and change. */
  TYPES,
  /** Functions come and change. */
  FUNCTIONS,
  /** Sequences come and change. */
  SEQUENCES,
  /** Tables come and change. */
  TABLES,
  /** Columns come and change. */
  COLUMNS,
  /** Functions come that name a table which was missing. */
  FUNCTIONS_ON_TABLES,
  /** Keys, checks and exclusions come. */
  CONSTRAINTS,
  /** Indexes come. */
  INDEXES,
  /** Foreign keys come. */
  REFERENCES,
  /** Views come. */
  VIEWS,
  /** Rules, triggers, policies and statistics come. */
  DEPENDANTS,
  /** Row security and the like is switched, once the policies are there. */
  SWITCHES,
  /** Rights are taken. */
  REVOKES,
  /** Rights are given. */
  GRANTS,
  /** Comments are set. */
  COMMENTS,
  /** What nothing rests on any more goes: sequences, functions, types, extensions, schemas. */
  REMOVALS;

  /** Whether things go in this phase that may come back in a later one. */
  boolean isDrop() {
    return compareTo(DROP_DEPENDANTS) >= 0 && compareTo(DROP_FUNCTIONS) <= 0;
  }
}
