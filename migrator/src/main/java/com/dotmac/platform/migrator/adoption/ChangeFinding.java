package com.dotmac.platform.migrator.adoption;

import java.util.List;

/**
 * What was found of one change.
 *
 * @param change its id
 * @param state how it stands
 * @param stamped whether the history says that it was applied
 * @param present how many of its objects are there as it made them
 * @param objects how many objects it makes, changes or removes that no later change explains
 * @param findings the objects that are not simply there; empty when the change is to be run
 */
public record ChangeFinding(
    String change,
    State state,
    boolean stamped,
    int present,
    int objects,
    List<ObjectFinding> findings) {

  /** Keeps a copy of the list. */
  public ChangeFinding {
    findings = List.copyOf(findings);
  }

  /** Whether the history says that the change was applied, and what it makes is not all there. */
  public boolean lies() {
    return stamped && state != State.PRESENT && state != State.SUPERSEDED;
  }
}
