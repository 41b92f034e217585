package com.dotmac.platform.it.migrator;

import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.migrator.catalog.Catalog;
import com.dotmac.platform.migrator.catalog.CatalogReader;
import com.dotmac.platform.migrator.catalog.Renaming;
import com.dotmac.platform.migrator.catalog.Storage;
import com.dotmac.platform.migrator.changelog.Attempts;
import com.dotmac.platform.migrator.changelog.Change;
import com.dotmac.platform.migrator.changelog.Changelog;
import com.dotmac.platform.migrator.changelog.Engine;
import com.dotmac.platform.migrator.changelog.History;
import com.dotmac.platform.migrator.changelog.RollbackProgress;
import com.dotmac.platform.migrator.changelog.Standing;
import com.dotmac.platform.migrator.drift.Difference;
import com.dotmac.platform.migrator.outcome.Refusal;
import com.dotmac.platform.migrator.rollback.Declaration;
import com.dotmac.platform.migrator.rollback.Loss;
import com.dotmac.platform.migrator.rollback.Remains;
import com.dotmac.platform.migrator.rollback.Stake;
import com.dotmac.platform.migrator.rollback.StakeCounter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * S3: walks a database through its pending changes. Each is applied, taken back and applied again,
 * with a row in every table; the catalogue must be the same at the same place, rows of the tables
 * that stay must stay, and what the file declares of the way back must be true.
 */
final class WayBackProof {
  private final TestDatabase database;
  private final Changelog changelog;
  private final Engine engine;
  private final List<String> sentences = new ArrayList<>();

  private WayBackProof(TestDatabase database, Changelog changelog) {
    this.database = database;
    this.changelog = changelog;
    this.engine = new Engine(changelog, database.name());
  }

  /** What is not true, one sentence each. The database is at the end of the list afterwards. */
  static List<String> sentences(TestDatabase database, Changelog changelog) throws Exception {
    WayBackProof proof = new WayBackProof(database, changelog);
    for (Change change : proof.pending()) {
      proof.walk(change);
    }
    return proof.sentences;
  }

  private List<Change> pending() throws SQLException {
    try (Connection owner = database.connectAsOwner()) {
      return Standing.of(changelog.changes(), History.read(owner)).pending();
    }
  }

  private void walk(Change change) throws Exception {
    Declaration declaration = Declaration.of(changelog, change);
    Catalog before = catalog();
    Storage storedBefore = storage();
    Map<String, String> rowsBefore = rows();
    up();
    Catalog after = catalog();
    List<Renaming> renamed = storage().renamedSince(storedBefore);
    fill();
    List<Loss> losses = Loss.between(after, before, renamed);
    checkDeclaration(change, declaration, losses);
    if (declaration.way() == Declaration.Way.FORWARD_ONLY) {
      return;
    }
    try {
      down();
    } catch (Refusal e) {
      sentences.add(change.id() + " cannot be taken back: " + e.why());
      return;
    }
    for (Difference it : Remains.differences(before, catalog())) {
      sentences.add(
          "%s, taken back, leaves a difference: %s is %s"
              .formatted(change.id(), it.object().identity(), it.type()));
    }
    boolean uncounted = declaration.way() == Declaration.Way.LOSSY && losses.isEmpty();
    if (!uncounted) {
      checkRows(change, rowsBefore, rows());
    }
    up();
    for (Difference it : Difference.between(after, catalog())) {
      sentences.add(
          "%s, applied again, leaves a difference: %s is %s"
              .formatted(change.id(), it.object().identity(), it.type()));
    }
    fill();
  }

  private void checkDeclaration(Change change, Declaration declaration, List<Loss> losses)
      throws SQLException {
    List<String> lost = new ArrayList<>();
    try (Connection owner = database.connectAsOwner()) {
      for (Stake stake : StakeCounter.count(owner, losses)) {
        if (stake.hasData()) {
          lost.add(stake.text());
        }
      }
    }
    switch (declaration.way()) {
      case REVERSIBLE -> {
        if (!lost.isEmpty()) {
          sentences.add(change.id() + " says reversible, and with it goes: " + lost);
        }
      }
      case LOSSY -> {
        if (lost.isEmpty() && !losses.isEmpty()) {
          sentences.add(change.id() + " could not be proven: nothing is stored in what it drops");
        }
        if (declaration.reason().isEmpty()) {
          sentences.add(change.id() + " says lossy, and not what is lost");
        }
      }
      case FORWARD_ONLY -> {
        if (declaration.reason().isEmpty()) {
          sentences.add(change.id() + " says forward-only, and not why");
        }
      }
    }
  }

  private void checkRows(Change change, Map<String, String> before, Map<String, String> after) {
    before.forEach(
        (table, digest) -> {
          if (!digest.equals(after.get(table))) {
            sentences.add(change.id() + ", taken back, changes rows of " + table);
          }
        });
  }

  private Catalog catalog() throws SQLException {
    return Facts.catalog(database);
  }

  private Storage storage() throws SQLException {
    try (Connection owner = database.connectAsOwner()) {
      owner.setAutoCommit(false);
      return CatalogReader.storageWithin(owner);
    }
  }

  private void up() throws Exception {
    try (Connection owner = migrating()) {
      engine.apply(owner, 1, (id, took) -> {}, new Impatient());
    }
  }

  private void down() throws Exception {
    try (Connection owner = migrating()) {
      engine.rollback(owner, 1, new Silence(), new Impatient());
    }
  }

  private Connection migrating() throws SQLException {
    Connection owner = database.connectAsOwner();
    try (Statement statement = owner.createStatement()) {
      statement.execute("SET search_path TO public; SET TimeZone TO 'UTC'");
    }
    return owner;
  }

  private void fill() throws SQLException {
    try (Connection administrator = database.connectAsAdministrator()) {
      BelievableRows.fill(administrator);
    }
  }

  /** A digest of the rows of each table, of the columns that are there now. */
  private Map<String, String> rows() throws SQLException {
    try (Connection administrator = database.connectAsAdministrator()) {
      return BelievableRows.digests(administrator);
    }
  }

  private static final class Silence implements RollbackProgress {
    @Override
    public void before(String id, Connection transaction) {
      // The proof wants the loss.
    }

    @Override
    public void rolledBack(String id, Duration took) {
      // Nobody watches.
    }
  }

  /** Nobody else is here: whoever has to wait waits for a fault. */
  private static final class Impatient implements Attempts {
    @Override
    public Duration lockTimeout() {
      return Duration.ofSeconds(10);
    }

    @Override
    public void failed(String step, SQLException why) {
      throw new AssertionError(step + " had to wait", why);
    }
  }
}
