package com.dotmac.platform.migrator.diagnosis;

import com.dotmac.platform.migrator.catalog.Catalog;
import com.dotmac.platform.migrator.catalog.CatalogObject;
import com.dotmac.platform.migrator.catalog.CatalogReader;
import com.dotmac.platform.migrator.catalog.Kind;
import com.dotmac.platform.migrator.changelog.History;
import com.dotmac.platform.migrator.drift.Difference;
import com.dotmac.platform.migrator.drift.Repair;
import com.dotmac.platform.migrator.footprint.Footprint;
import com.dotmac.platform.migrator.footprint.Footprints;
import com.dotmac.platform.migrator.lock.LockState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks a database over. Reads, takes no lock, and waits for nobody. */
public final class Examination {
  private static final Set<Kind> RIGHTS =
      Set.of(Kind.GRANT, Kind.OWNER, Kind.POLICY, Kind.DEFAULT_PRIVILEGE);

  private final Map<String, String> makers = new HashMap<>();
  private final Set<String> judged = new HashSet<>();
  private final List<Ailment> ailments = new ArrayList<>();

  private Examination() {}

  /**
   * Everything that is wrong, the worst first.
   *
   * @param connection in autocommit mode
   * @param history what the database says of its own past
   * @throws SQLException when the database cannot be read
   */
  public static List<Ailment> of(Connection connection, Footprints footprints, History history)
      throws SQLException {
    Examination examination = new Examination();
    Catalog actual = CatalogReader.read(connection);
    examination.compare(footprints, history, actual);
    examination.look(actual);
    examination.locks(LockState.read(connection));
    return List.copyOf(examination.ailments);
  }

  /** What the applied changes make against what is there. */
  private void compare(Footprints footprints, History history, Catalog actual) {
    Set<String> applied =
        history.entries().stream().map(History.Entry::id).collect(Collectors.toSet());
    List<String> pending =
        footprints.changes().stream().filter(id -> !applied.contains(id)).toList();
    for (Footprint footprint : footprints.footprints()) {
      if (applied.contains(footprint.change())) {
        Stream.concat(footprint.added().stream(), footprint.changed().stream())
            .forEach(object -> makers.put(object.identity(), footprint.change()));
      }
    }
    for (Difference difference : Difference.between(footprints.without(pending), actual)) {
      if (difference.expected() != null) {
        String identity = difference.object().identity();
        judged.add(identity);
        add(type(difference), difference, makers.get(identity), why(difference));
      }
    }
  }

  private static Ailment.Type type(Difference difference) {
    if (RIGHTS.contains(difference.object().kind())) {
      return Ailment.Type.RIGHTS;
    }
    CatalogObject found = difference.actual();
    if (found == null) {
      return Ailment.Type.STAMPED_BUT_MISSING;
    }
    if (isInvalid(found)) {
      return Ailment.Type.INVALID_INDEX;
    }
    return isUnvalidated(found) ? Ailment.Type.UNVALIDATED_CONSTRAINT : Ailment.Type.ALTERED;
  }

  private static String why(Difference difference) {
    CatalogObject found = difference.actual();
    return found == null ? "is missing" : "is there as: " + found.definition();
  }

  /** What is wrong whoever made it. */
  private void look(Catalog actual) {
    for (CatalogObject object : actual.objects()) {
      if (judged.contains(object.identity())) {
        continue;
      }
      Difference extra = new Difference(null, object);
      if (isInvalid(object)) {
        add(Ailment.Type.INVALID_INDEX, extra, null, "is invalid and of no change");
      } else if (isUnvalidated(object)) {
        String sql =
            "ALTER TABLE %s VALIDATE CONSTRAINT %s".formatted(object.parent(), object.name());
        ailments.add(
            new Ailment(
                Ailment.Type.UNVALIDATED_CONSTRAINT,
                object.identity(),
                null,
                "was never checked against the rows that were there before it",
                List.of(sql)));
      } else if (object.kind() == Kind.OWNER) {
        add(Ailment.Type.RIGHTS, extra, null, "is owned by another role than the history");
      }
    }
  }

  private static boolean isInvalid(CatalogObject object) {
    return object.kind() == Kind.INDEX && object.definition().contains("/* invalid */");
  }

  private static boolean isUnvalidated(CatalogObject object) {
    return object.kind() == Kind.CONSTRAINT && object.definition().endsWith(" NOT VALID");
  }

  private void locks(LockState state) {
    if (state.holder() != null) {
      return;
    }
    if (state.row().locked()) {
      ailments.add(
          new Ailment(
              Ailment.Type.STALE_LOCK,
              "TABLE databasechangeloglock",
              null,
              "says locked since " + state.row().since() + " and no migrator is at work",
              List.of("java -jar migrator.jar db migrate")));
    }
    state
        .working()
        .forEach(
            work ->
                ailments.add(
                    new Ailment(
                        Ailment.Type.ORPHANED_WORK,
                        "SESSION " + work.session().pid(),
                        null,
                        "still runs for a migrator that is gone",
                        List.of("SELECT pg_terminate_backend(" + work.session().pid() + ")"))));
  }

  private void add(Ailment.Type type, Difference difference, @Nullable String change, String why) {
    ailments.add(
        new Ailment(
            type, difference.object().identity(), change, why, Repair.of(difference).sql()));
  }
}
