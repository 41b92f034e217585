package com.dotmac.platform.migrator.changelog;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a database stands towards the list of changes. Compares, and leaves the judgement to the
 * verb.
 *
 * @param applied changes of the list that the history has, in the order of the list
 * @param pending changes of the list that the history lacks, in the order of the list
 * @param edited those of the applied changes whose file is no longer what was applied
 * @param unknown ids in the history that the list lacks: a newer migrator, or another one
 * @param strangers the tables of a database that has no history at all; else empty
 */
public record Standing(
    List<History.Entry> applied,
    List<Change> pending,
    List<Change> edited,
    List<String> unknown,
    List<String> strangers) {

  /** Keeps copies of the lists. */
  public Standing {
    applied = List.copyOf(applied);
    pending = List.copyOf(pending);
    edited = List.copyOf(edited);
    unknown = List.copyOf(unknown);
    strangers = List.copyOf(strangers);
  }

  /** Compares a history with the list. */
  public static Standing of(List<Change> changes, History history) {
    List<History.Entry> left = new ArrayList<>(history.entries());
    List<History.Entry> applied = new ArrayList<>();
    List<Change> pending = new ArrayList<>();
    List<Change> edited = new ArrayList<>();
    for (Change change : changes) {
      History.Entry entry = take(left, change);
      if (entry == null) {
        pending.add(change);
        continue;
      }
      applied.add(entry);
      if (entry.checksum() != null && !change.matches().test(entry.checksum())) {
        edited.add(change);
      }
    }
    List<String> strangers = history.entries().isEmpty() ? history.tables() : List.of();
    List<String> unknown = new ArrayList<>();
    for (History.Entry entry : left) {
      unknown.add(entry.id());
    }
    return new Standing(applied, pending, edited, unknown, strangers);
  }

  /** Whether the history has the changes of the list as they are now, and no others. */
  public boolean isUpToDate() {
    return pending.isEmpty() && edited.isEmpty() && unknown.isEmpty() && strangers.isEmpty();
  }

  /** Id of the last applied change in the order of the list, or {@code null} when none is. */
  public @Nullable String version() {
    return applied.isEmpty() ? null : applied.get(applied.size() - 1).id();
  }

  private static History.@Nullable Entry take(List<History.Entry> left, Change change) {
    Iterator<History.Entry> entries = left.iterator();
    while (entries.hasNext()) {
      History.Entry entry = entries.next();
      if (entry.isOf(change)) {
        entries.remove();
        return entry;
      }
    }
    return null;
  }
}
