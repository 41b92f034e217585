package com.dotmac.platform.migrator.changelog;

import java.util.Set;

/**
 * One change with the text of its file and what its header tells Liquibase.
 *
 * @param id as the header gives it
 * @param author as the header gives it
 * @param path of its file, as the history records it
 * @param text the whole file, with line feeds only
 * @param labels in lower case
 * @param inTransaction whether the change runs in one transaction
 * @param whole whether the file is sent as it is, not cut at semicolons
 * @param wayBack whether it has a rollback of its own
 * @param rollback that rollback
 */
public record ChangeSource(
    String id,
    String author,
    String path,
    String text,
    Set<String> labels,
    boolean inTransaction,
    boolean whole,
    boolean wayBack,
    RollbackSource rollback) {

  /** Keeps a copy of the labels. */
  public ChangeSource {
    labels = Set.copyOf(labels);
  }
}
