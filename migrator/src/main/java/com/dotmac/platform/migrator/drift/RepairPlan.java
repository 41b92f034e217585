package com.dotmac.platform.migrator.drift;

import com.dotmac.platform.migrator.catalog.Catalog;
import com.dotmac.platform.migrator.catalog.CatalogObject;
import com.dotmac.platform.migrator.catalog.Dependencies;
import com.dotmac.platform.migrator.catalog.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds how two schemas differ and how to make the actual one into the expected one, with regard to
 * what rests on what: to change the type of a column, the views over it go and come back.
 */
public final class RepairPlan {
  private final Map<String, CatalogObject> expected = new HashMap<>();
  private final Map<String, CatalogObject> actual = new HashMap<>();
  private final Map<String, Difference> differences = new HashMap<>();
  private final Catalog wanted;
  private final Dependencies dependencies;
  private final String owner;

  private RepairPlan(Catalog expected, Catalog actual, Dependencies dependencies, String owner) {
    this.wanted = expected;
    this.dependencies = dependencies;
    this.owner = owner;
    expected.objects().forEach(object -> this.expected.put(object.identity(), object));
    actual.objects().forEach(object -> this.actual.put(object.identity(), object));
  }

  /**
   * Everything in which two schemas differ, in the order of the expected one.
   *
   * @param dependencies what rests on what in the actual one
   * @param owner who is to own the schema, as SQL names a role
   */
  public static List<Finding> findings(
      Catalog expected, Catalog actual, Dependencies dependencies, String owner) {
    RepairPlan plan = new RepairPlan(expected, actual, dependencies, owner);
    List<Difference> differences = Difference.between(expected, actual);
    differences.forEach(each -> plan.differences.put(each.object().identity(), each));
    List<Finding> findings = new ArrayList<>();
    Grouping.of(differences)
        .forEach((root, parts) -> findings.add(new Finding(root, parts, plan.repair(root, parts))));
    return List.copyOf(findings);
  }

  /** The statements that repair several findings, each once, in the order in which they run. */
  public static List<Repair.Statement> script(List<Finding> findings) {
    Set<Repair.Statement> statements = new LinkedHashSet<>();
    findings.forEach(finding -> statements.addAll(finding.repair().statements()));
    return statements.stream().sorted(Repair.ORDER).toList();
  }

  private Repair repair(Difference root, List<Difference> parts) {
    Steps steps = new Steps();
    repair(root, steps);
    for (Difference part : parts) {
      boolean comesWithTheWhole =
          part.type() != Difference.Type.MISSING
              || (part.object().kind() == Kind.COLUMN && root.object().kind() == Kind.TABLE);
      if (!comesWithTheWhole) {
        repair(part, steps);
      } else if (isReferenceElsewhere(part)) {
        ConstraintRepair.drop(part.object(), steps);
      }
    }
    return steps.repair();
  }

  private void repair(Difference difference, Steps steps) {
    CatalogObject object = difference.object();
    if (object.kind() == Kind.TABLE && difference.type() == Difference.Type.MISSING) {
      TableRepair.add(difference, wanted.of(Kind.COLUMN, object.name()), steps);
      return;
    }
    Repair alone = inTime(object, Repair.of(difference, owner));
    steps.add(alone);
    giveColumnsAgain(difference, steps);
    // A key that is not expected may be the one that expected references stand on.
    boolean key = object.kind() == Kind.CONSTRAINT || object.kind() == Kind.INDEX;
    if (difference.type() == Difference.Type.UNEXPECTED && key) {
      new Remaking(true, steps).of(object.identity());
    }
    if (difference.type() != Difference.Type.CHANGED) {
      return;
    }
    boolean dropped = alone.statements().stream().anyMatch(each -> each.phase().isDrop());
    boolean remade = dropped || (object.kind() == Kind.TYPE && TypeRepair.isRemade(difference));
    if (remade) {
      sayAgain(object, steps);
    }
    boolean retyped = object.kind() == Kind.COLUMN && ColumnRepair.isRetyped(difference);
    if (remade || retyped) {
      boolean keyed = remade || object.kind() != Kind.COLUMN;
      new Remaking(keyed, steps).of(object.identity());
    }
  }

  // The server looks at the tables that a function names when the function is made.
  private Repair inTime(CatalogObject object, Repair repair) {
    return object.kind() == Kind.FUNCTION && namesMissingTable(object.definition())
        ? repair.moved(Phase.FUNCTIONS, Phase.FUNCTIONS_ON_TABLES)
        : repair;
  }

  private boolean namesMissingTable(String text) {
    return differences.values().stream()
        .filter(each -> each.type() == Difference.Type.MISSING)
        .filter(each -> each.object().kind() == Kind.TABLE)
        .map(each -> Pattern.compile("\\b" + Pattern.quote(each.object().name()) + "\\b"))
        .anyMatch(name -> name.matcher(text).find());
  }

  // A strange table whose reference to another one would keep that from being dropped.
  private static boolean isReferenceElsewhere(Difference part) {
    CatalogObject object = part.object();
    String references = object.part("references");
    return part.type() == Difference.Type.UNEXPECTED
        && references != null
        && !references.equals(object.parent());
  }

  // To revoke a right on a table takes it from its columns too.
  private void giveColumnsAgain(Difference difference, Steps steps) {
    CatalogObject object = difference.object();
    if (object.kind() != Kind.GRANT || object.parent() == null) {
      return;
    }
    for (CatalogObject grant : wanted.of(Kind.GRANT, object.parent())) {
      boolean ofColumn = grant.name().startsWith("grant on " + object.parent() + ".");
      if (ofColumn && Objects.equals(grant.part("who"), object.part("who"))) {
        RightsRepair.give(grant, owner, steps);
      }
    }
  }

  // What is made anew has lost its rights and its comment, and what stood on it.
  private void sayAgain(CatalogObject object, Steps steps) {
    for (CatalogObject said : wanted.objects()) {
      boolean ofView = object.kind() == Kind.VIEW && object.name().equals(said.parent());
      if (!said.identity().equals(object.identity())
          && (ofView || Grouping.isSaidOf(said, object))) {
        steps.add(Repair.of(new Difference(said, null), owner));
      }
    }
  }

  /** What rests on an object that goes for a moment, and so goes and comes back with it. */
  private final class Remaking {
    private final boolean keyed;
    private final Steps steps;
    private final Set<String> seen = new LinkedHashSet<>();

    private Remaking(boolean keyed, Steps steps) {
      this.keyed = keyed;
      this.steps = steps;
    }

    private void of(String identity) {
      for (String dependant : dependencies.on(identity)) {
        if (seen.add(dependant)) {
          remake(actual.get(dependant), identity);
        }
      }
    }

    private void remake(@Nullable CatalogObject there, String below) {
      if (there == null) {
        return;
      }
      CatalogObject back = expected.get(there.identity());
      switch (there.kind()) {
        case COLUMN -> column(there, back, below);
        case CONSTRAINT, INDEX, STATISTICS -> {
          // A column that only changes its type keeps them.
          if (keyed || !below.startsWith("COLUMN ")) {
            replace(there, back);
          }
        }
        case VIEW, RULE, TRIGGER, POLICY, FUNCTION -> replace(there, back);
        default -> {
          // Types and sequences are only named as what others rest on.
        }
      }
    }

    private void column(CatalogObject there, @Nullable CatalogObject back, String below) {
      if (below.startsWith("TYPE ") && back != null) {
        TypeRepair.carry(back, Objects.requireNonNull(expected.get(below)), steps);
        new Remaking(false, steps).of(there.identity());
      } else if (there.part("generated") != null) {
        replace(there, back);
      } else if (there.part("default") != null) {
        String alter = "ALTER TABLE " + there.parent() + " ALTER COLUMN " + there.name();
        steps.add(Phase.DROP_COLUMNS, alter + " DROP DEFAULT");
        if (back != null && back.part("default") != null) {
          steps.add(Phase.COLUMNS, alter + " SET DEFAULT " + back.part("default"));
        }
      }
    }

    private void replace(CatalogObject there, @Nullable CatalogObject back) {
      Difference own = differences.get(there.identity());
      boolean goes = own != null && own.type() == Difference.Type.UNEXPECTED;
      if (there.kind() == Kind.FUNCTION) {
        RoutineRepair.drop(there, steps);
      } else if (there.kind() == Kind.COLUMN) {
        steps.add(Phase.DROP_COLUMNS, ColumnRepair.drop(there));
      } else if (!goes) {
        steps.add(Repair.of(new Difference(null, there), owner));
      }
      if (back != null) {
        steps.add(Repair.of(new Difference(back, null), owner));
        sayAgain(back, steps);
      }
      of(there.identity());
    }
  }
}
