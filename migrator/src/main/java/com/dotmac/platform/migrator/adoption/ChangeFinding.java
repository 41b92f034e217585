package com.dotmac.platform.migrator.adoption;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What was found of one change.
 *
 * @param change its id
 * @param state how it stands
 * @param stamped whether the history says that it was applied
 * @param present how many of its objects are there as it made them
 * @param objects how many objects it makes, changes or removes that no later change explains
 * @param findings the objects that are not simply there, in the order in which they are completed;
 *     empty when the change is to be run
 */
public record ChangeFinding(
    String change,
    State state,
    boolean stamped,
    int present,
    int objects,
    List<ObjectFinding> findings) {

  /** Keeps a copy of the list; references come last, as what they refer to has to be there. */
  public ChangeFinding {
    findings =
        findings.stream()
            .sorted(Comparator.comparing(ObjectFinding::isReference))
            .collect(Collectors.toUnmodifiableList());
  }

  /** Whether the history says that the change was applied, and what it makes is not all there. */
  public boolean lies() {
    return stamped && state != State.PRESENT && state != State.SUPERSEDED;
  }
}
