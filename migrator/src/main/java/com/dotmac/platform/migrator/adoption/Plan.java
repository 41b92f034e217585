package com.dotmac.platform.migrator.adoption;

import java.util.List;
import java.util.stream.Stream;

/**
 * What an adoption would do.
 *
 * @param changes every change of the list, in order
 * @param strangers tables, views and sequences beside ours, which are left alone
 * @param otherTools histories of other migration tools that were found, with the tool's name
 */
public record Plan(List<ChangeFinding> changes, List<String> strangers, List<String> otherTools) {

  /** Keeps copies of the lists. */
  public Plan {
    changes = List.copyOf(changes);
    strangers = List.copyOf(strangers);
    otherTools = List.copyOf(otherTools);
  }

  /** The changes in a state. */
  public List<ChangeFinding> in(State state) {
    return changes.stream().filter(change -> change.state() == state).toList();
  }

  /** The objects in a state, of all changes. */
  public Stream<ObjectFinding> objects(State state) {
    return changes.stream()
        .flatMap(change -> change.findings().stream())
        .filter(finding -> finding.state() == state);
  }

  /** Whether the history tells the truth about every change, and nothing is to be done. */
  public boolean nothingToDo() {
    return changes.stream().allMatch(change -> change.stamped() && !change.lies())
        && objects(State.COMPLETABLE).findAny().isEmpty();
  }
}
