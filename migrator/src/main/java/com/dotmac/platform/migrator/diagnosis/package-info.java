/**
 * What ails a managed database: a history that does not tell the truth, things that a killed run
 * left, rights that are wrong; each with its cure.
 *
 * <p>Owns no table. Reads, and changes nothing.
 */
@NullMarked
package com.dotmac.platform.migrator.diagnosis;

import org.jspecify.annotations.NullMarked;
