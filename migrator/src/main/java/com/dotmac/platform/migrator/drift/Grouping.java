package com.dotmac.platform.migrator.drift;

import com.dotmac.platform.migrator.catalog.CatalogObject;
import com.dotmac.platform.migrator.catalog.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Puts differences with the one that explains them. */
final class Grouping {
  private final List<Difference> differences;

  private Grouping(List<Difference> differences) {
    this.differences = differences;
  }

  /** The differences that stand for themselves, in order, each with those that it explains. */
  static Map<Difference, List<Difference>> of(List<Difference> differences) {
    Grouping grouping = new Grouping(differences);
    Map<Difference, List<Difference>> groups = new LinkedHashMap<>();
    for (Difference difference : differences) {
      Difference root = grouping.root(difference);
      groups.computeIfAbsent(root, key -> new ArrayList<>());
      if (!root.equals(difference)) {
        groups.get(root).add(difference);
      }
    }
    return groups;
  }

  private Difference root(Difference difference) {
    for (Difference candidate : differences) {
      if (!candidate.equals(difference) && explains(candidate, difference)) {
        return root(candidate);
      }
    }
    return difference;
  }

  private static boolean explains(Difference whole, Difference part) {
    if (isDetached(whole)) {
      return part.type() == Difference.Type.UNEXPECTED && isMadeByDetaching(whole, part.object());
    }
    if (whole.type() == Difference.Type.CHANGED || whole.type() != part.type()) {
      return false;
    }
    CatalogObject owner = whole.object();
    CatalogObject object = part.object();
    return switch (owner.kind()) {
      case SCHEMA -> isIn(owner.name(), object);
      case TABLE ->
          owner.name().equals(object.parent())
              || owner.name().equals(object.part("partition_of"))
              || isOwned(object, owner.name() + ".");
      case VIEW, SEQUENCE -> owner.name().equals(object.parent()) && !isSame(owner, object);
      case COLUMN -> isOfColumn(owner, object);
      case FUNCTION, TYPE, CONSTRAINT, INDEX, TRIGGER, POLICY, RULE, STATISTICS ->
          isSaidOf(object, owner);
      default -> false;
    };
  }

  /** Whether rights or a comment are those of an object. */
  static boolean isSaidOf(CatalogObject said, CatalogObject of) {
    if (said.kind() != Kind.GRANT && said.kind() != Kind.COMMENT && said.kind() != Kind.OWNER) {
      return false;
    }
    String subject = Objects.requireNonNullElse(said.part("on"), "");
    return switch (of.kind()) {
      case COLUMN -> isOfColumn(of, said);
      case VIEW -> of.name().equals(said.parent());
      case CONSTRAINT, TRIGGER, POLICY, RULE ->
          subject.equals(of.kind() + " " + of.name() + " ON " + of.parent());
      default -> subject.endsWith(" " + of.name());
    };
  }

  private static boolean isOfColumn(CatalogObject column, CatalogObject object) {
    String name = column.parent() + "." + column.name();
    return isOwned(object, name)
        || (object.kind() == Kind.COMMENT && ("COLUMN " + name).equals(object.part("on")))
        || (object.kind() == Kind.GRANT && object.name().startsWith("grant on " + name + " "));
  }

  private static boolean isOwned(CatalogObject object, String by) {
    String owner = object.part("owned_by");
    return owner != null && owner.startsWith(by);
  }

  private static boolean isIn(String schema, CatalogObject object) {
    String place = object.parent() == null ? object.name() : object.parent();
    return place.startsWith(schema + ".") || isSubject(schema, object);
  }

  private static boolean isSubject(String schema, CatalogObject object) {
    String subject = object.part("on");
    return subject != null
        && (subject.equals("SCHEMA " + schema) || subject.contains(" " + schema + "."));
  }

  private static boolean isSame(CatalogObject left, CatalogObject right) {
    return left.identity().equals(right.identity());
  }

  // A partition that is taken out keeps copies of what it had from the whole.
  private static boolean isDetached(Difference difference) {
    CatalogObject expected = difference.expected();
    CatalogObject actual = difference.actual();
    return expected != null
        && actual != null
        && expected.part("partition_of") != null
        && actual.part("partition_of") == null;
  }

  private static boolean isMadeByDetaching(Difference detached, CatalogObject object) {
    boolean copied =
        object.kind() == Kind.INDEX
            || object.kind() == Kind.CONSTRAINT
            || object.kind() == Kind.TRIGGER;
    return copied && detached.object().name().equals(object.parent());
  }
}
