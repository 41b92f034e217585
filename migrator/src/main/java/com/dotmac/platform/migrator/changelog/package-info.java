/**
 * The ordered list of changes, the history in the database, how the two compare, and the one place
 * that lets Liquibase run.
 *
 * <p>The digest answers the most frequent question, whether anything is to be done, without
 * Liquibase.
 *
 * <p>Owns {@code databasechangelog}. Never reads a configuration file and never talks to a person.
 */
@NullMarked
package com.dotmac.platform.migrator.changelog;

import org.jspecify.annotations.NullMarked;
