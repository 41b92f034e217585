package com.dotmac.platform.migrator.rollback;

import com.dotmac.platform.migrator.catalog.Catalog;
import com.dotmac.platform.migrator.changelog.Change;
import com.dotmac.platform.migrator.changelog.Changelog;
import com.dotmac.platform.migrator.footprint.Footprints;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a rollback will do, before it does it.
 *
 * @param steps the changes to take back, the last one first
 * @param staying id of the change that will be the last; {@code null} when none stays
 * @param expected the schema that is to be there afterwards
 */
public record RollbackPlan(List<Step> steps, @Nullable String staying, Catalog expected) {

  /** Keeps a copy of the list. */
  public RollbackPlan {
    steps = List.copyOf(steps);
  }

  /**
   * One change to take back.
   *
   * @param change its id
   * @param declaration what its file says of the way back
   * @param stakes the tables and columns that go, with what is stored in them
   */
  public record Step(String change, Declaration declaration, List<Stake> stakes) {

    /** Keeps a copy of the list. */
    public Step {
      stakes = List.copyOf(stakes);
    }

    /**
     * Whether data would be lost. A change that declares a loss which is no table and no column (an
     * update of rows, say) cannot be measured, and counts as one that loses data.
     */
    public boolean losesData() {
      boolean measured = !stakes.isEmpty();
      return stakes.stream().anyMatch(Stake::hasData)
          || (declaration.way() == Declaration.Way.LOSSY && !measured);
    }
  }

  /**
   * Looks at the changes after the one that stays, and counts what is stored in what they made.
   * Changes nothing.
   *
   * @param connection of the owner, in autocommit mode as it is again afterwards
   * @param applied how many changes of the list are applied, from its beginning
   * @param staying how many of them stay
   * @throws com.dotmac.platform.migrator.outcome.Refusal when a change declares nothing, or no
   *     footprints are recorded for the list
   * @throws SQLException when a table cannot be read
   */
  public static RollbackPlan of(
      Connection connection, Changelog changelog, int applied, int staying) throws SQLException {
    Footprints footprints = Footprints.of(changelog);
    List<Change> changes = changelog.changes();
    List<Step> steps = new ArrayList<>();
    for (int i = applied; i > staying; i--) {
      Change change = changes.get(i - 1);
      List<Loss> losses =
          Loss.between(
              footprints.after(i),
              footprints.after(i - 1),
              footprints.footprints().get(i - 1).renamed());
      steps.add(
          new Step(
              change.id(),
              Declaration.of(changelog, change),
              StakeCounter.count(connection, losses)));
    }
    String last = staying == 0 ? null : changes.get(staying - 1).id();
    return new RollbackPlan(steps, last, footprints.after(staying));
  }

  /** The first change that has no way back, if there is one. */
  public Optional<Step> blocked() {
    return steps.stream()
        .filter(step -> step.declaration().way() == Declaration.Way.FORWARD_ONLY)
        .findFirst();
  }

  /** Whether any of the changes would lose data. */
  public boolean losesData() {
    return steps.stream().anyMatch(Step::losesData);
  }

  /** What goes with one of the changes. */
  public List<Loss> losses(String change) {
    return steps.stream()
        .filter(step -> step.change().equals(change))
        .flatMap(step -> step.stakes().stream())
        .map(Stake::loss)
        .toList();
  }
}
