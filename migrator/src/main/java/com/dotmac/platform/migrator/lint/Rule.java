package com.dotmac.platform.migrator.lint;

/**
 * One rule over change files.
 *
 * @param name stable, in kebab case: change files refer to it
 * @param finds what it objects to, as a phrase
 * @param danger why that is a danger, as sentences
 * @param instead what to do instead, as sentences
 * @param scope which SQL of the file it looks at
 * @param check how it is found
 */
public record Rule(
    String name,
    Group group,
    Severity severity,
    String finds,
    String danger,
    String instead,
    Scope scope,
    Check check) {

  /** A rule whose findings fail the build. */
  public static Rule error(
      String name, Group group, String finds, String danger, String instead, Check check) {
    return new Rule(name, group, Severity.ERROR, finds, danger, instead, Scope.CHANGE, check);
  }

  /** A rule whose findings are shown and fail nothing. */
  public static Rule warning(
      String name, Group group, String finds, String danger, String instead, Check check) {
    return new Rule(name, group, Severity.WARNING, finds, danger, instead, Scope.CHANGE, check);
  }

  /** The same rule, that also looks at the SQL of rollbacks. */
  public Rule alsoInRollbacks() {
    return in(Scope.BOTH);
  }

  /** The same rule, that looks at the SQL of rollbacks and at nothing else. */
  public Rule onlyInRollbacks() {
    return in(Scope.ROLLBACK);
  }

  private Rule in(Scope another) {
    return new Rule(name, group, severity, finds, danger, instead, another, check);
  }
}
