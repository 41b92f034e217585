/**
 * Adoption: takes a database that was made elsewhere into the care of the migrator, after it has
 * looked at every object of every change.
 *
 * <p>Writes the history through Liquibase and runs only changes of the list and SQL that the plan
 * has shown. Never stamps a change whose objects are not there, and never drops a table or a
 * column.
 */
@NullMarked
package com.dotmac.platform.migrator.adoption;

import org.jspecify.annotations.NullMarked;
