package com.dotmac.platform.migrator.roles;

/**
 * One thing that is not as it should be with the roles.
 *
 * @param subject the role, or the object with the right in question
 * @param problem what is wrong, as a clause
 * @param repair the SQL that mends it, without a final semicolon
 * @param missing whether something is absent, which the migrator may add; else it is too much, and
 *     only a person takes it away
 */
public record Finding(String subject, String problem, String repair, boolean missing) {

  /** As a person reads it. */
  public String text() {
    return subject + " " + problem;
  }
}
