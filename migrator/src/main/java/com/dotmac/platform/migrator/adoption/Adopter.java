package com.dotmac.platform.migrator.adoption;

import com.dotmac.platform.migrator.catalog.Catalog;
import com.dotmac.platform.migrator.catalog.CatalogObject;
import com.dotmac.platform.migrator.catalog.CatalogReader;
import com.dotmac.platform.migrator.catalog.Kind;
import com.dotmac.platform.migrator.changelog.Changelog;
import com.dotmac.platform.migrator.changelog.OneTransaction;
import com.dotmac.platform.migrator.drift.Difference;
import com.dotmac.platform.migrator.drift.Repair;
import com.dotmac.platform.migrator.footprint.Footprints;
import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.outcome.Refusal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import liquibase.exception.LiquibaseException;

/**
 * Carries a plan out, in one transaction: changes whose objects are there are stamped, those that
 * lack little are completed and stamped, those that are absent are run. Holds no lock: whoever
 * calls it holds the deployment lock.
 */
public final class Adopter {
  // Validating a reference reads rows as the owner, from whom forced row security hides them.
  private static final String FORCED =
      """
      SELECT oid::regclass::text FROM pg_class
      WHERE relforcerowsecurity AND relnamespace = 'public'::regnamespace
        AND pg_has_role(relowner, 'USAGE')
      ORDER BY 1
      """;

  private final Connection connection;
  private final String where;
  private final Footprints footprints;
  private final BiConsumer<String, String> progress;
  private final LeftForMigrate left;
  // Row security of tables that are there: it would hide rows from the validation of references.
  private final List<ObjectFinding> last = new ArrayList<>();

  /**
   * @param connection in autocommit mode
   * @param where which database, for messages
   * @param progress told of each change: its id and what was done
   */
  public Adopter(
      Connection connection,
      String where,
      Footprints footprints,
      BiConsumer<String, String> progress) {
    this.connection = connection;
    this.where = where;
    this.footprints = footprints;
    left = new LeftForMigrate(footprints);
    this.progress = progress;
  }

  /**
   * Carries the plan out.
   *
   * @return ids of absent changes that could not be part of the transaction: they run without one,
   *     or must not overtake one that does; {@code migrate} applies them
   * @throws Refusal when a statement fails or the outcome is not what the changes make; nothing was
   *     changed then
   * @throws SQLException when the connection breaks
   * @throws LiquibaseException when Liquibase fails outside a change
   */
  public List<String> apply(Plan plan, Changelog changelog)
      throws SQLException, LiquibaseException {
    OneTransaction.run(
        connection,
        changelog,
        changes -> {
          run("SET LOCAL lock_timeout TO '30s'");
          List<String> forced = forced();
          for (String table : forced) {
            run("ALTER TABLE " + table + " NO FORCE ROW LEVEL SECURITY");
          }
          for (ChangeFinding change : plan.changes()) {
            carryOut(change, changes);
          }
          for (ObjectFinding finding : last) {
            complete(finding);
          }
          for (String table : forced) {
            run("ALTER TABLE " + table + " FORCE ROW LEVEL SECURITY");
          }
          settle();
          refuseDividedOwnership();
        });
    return left.changes();
  }

  private void carryOut(ChangeFinding change, OneTransaction changes)
      throws SQLException, LiquibaseException {
    String id = change.change();
    switch (change.state()) {
      case ABSENT -> runAbsent(change, changes);
      case PRESENT, SUPERSEDED -> {
        if (!change.stamped()) {
          changes.stamp(id);
          progress.accept(id, "stamped");
        }
      }
      default -> {
        for (ObjectFinding finding : change.findings()) {
          if (finding.object().startsWith(Kind.TABLE + " ") && finding.actual() != null) {
            last.add(finding);
          } else {
            complete(finding);
          }
        }
        if (!change.stamped()) {
          changes.stamp(id);
        }
        progress.accept(id, "completed");
      }
    }
  }

  private void runAbsent(ChangeFinding change, OneTransaction changes) throws LiquibaseException {
    String id = change.change();
    if (change.stamped()) {
      changes.unstamp(id);
    }
    if (left.holdBack(id) || !changes.isTransactional(id)) {
      left.add(id);
      return;
    }
    try {
      changes.apply(id);
    } catch (LiquibaseException e) {
      throw failed("change " + id, e);
    }
    progress.accept(id, "run");
  }

  private void complete(ObjectFinding finding) {
    for (String sql : finding.sql()) {
      try {
        run(sql);
      } catch (SQLException e) {
        throw failed(finding.object(), e);
      }
    }
  }

  /** Whatever is still otherwise than the changes make it; rights that an old server gave, say. */
  private void settle() throws SQLException {
    Catalog expected = footprints.without(left.changes());
    List<Difference> still = leftAfter(ofOurs(expected), expected);
    // What is revoked on a table goes from its columns as well, and is given to them again.
    still = leftAfter(still, expected);
    if (!still.isEmpty()) {
      throw new Refusal(
          ExitCode.REFUSED,
          "the adoption of " + where + " would not end at what the changes make",
          still.stream()
                  .map(difference -> difference.object().identity())
                  .collect(Collectors.joining(", "))
              + " would still differ. Nothing was changed.",
          "look at the plan: java -jar migrator.jar db adopt; mend these by hand, then try again",
          null);
    }
  }

  private List<Difference> leftAfter(List<Difference> differences, Catalog expected)
      throws SQLException {
    for (Difference difference : differences) {
      for (String sql : Repair.of(difference).sqlInTransaction()) {
        run(sql);
      }
    }
    return differences.isEmpty() ? differences : ofOurs(expected);
  }

  /** Tables of one role under the history of another could never be migrated by either. */
  private void refuseDividedOwnership() throws SQLException {
    Set<String> ours =
        footprints.head().objects().stream()
            .map(CatalogObject::identity)
            .collect(Collectors.toSet());
    List<String> foreign =
        CatalogReader.readWithin(connection).objects().stream()
            .filter(object -> object.kind() == Kind.OWNER)
            .filter(object -> ours.contains(String.valueOf(object.part("on"))))
            .map(CatalogObject::definition)
            .toList();
    if (!foreign.isEmpty()) {
      throw new Refusal(
          ExitCode.REFUSED,
          "the tables of " + where + " belong to another role than the one that adopts them",
          "The history would belong to the role that is connected, and these do not:\n"
              + foreign.stream()
                  .map(sql -> sql.replaceFirst("^ALTER ", "").replaceFirst(" OWNER TO ", " of "))
                  .collect(Collectors.joining("\n"))
              + "\nNothing was changed.",
          "connect as the role that owns them (DATABASE_USER), or first give them to the role that"
              + " is to own the schema, by ALTER … OWNER TO …",
          null);
    }
  }

  private List<Difference> ofOurs(Catalog expected) throws SQLException {
    return Difference.between(expected, CatalogReader.readWithin(connection)).stream()
        .filter(difference -> difference.expected() != null)
        .toList();
  }

  private List<String> forced() throws SQLException {
    Set<String> ours =
        footprints.head().objects().stream()
            .filter(object -> object.kind() == Kind.TABLE)
            .map(CatalogObject::name)
            .collect(Collectors.toSet());
    List<String> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(FORCED)) {
      while (row.next()) {
        if (ours.contains(row.getString(1))) {
          tables.add(row.getString(1));
        }
      }
    }
    return tables;
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Refusal failed(String what, Exception e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return new Refusal(
        ExitCode.REFUSED,
        "the adoption of " + where + " stopped at " + what,
        String.valueOf(root.getMessage()).strip() + "\nNothing was changed.",
        "mend this by hand, then look at the plan again: java -jar migrator.jar db adopt",
        e);
  }
}
