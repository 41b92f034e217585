/**
 * The schema contract: which classes are entities and which changes the database must have seen for
 * this code to run on it.
 *
 * <p>Owns no table. Never reads a changelog and never runs DDL.
 */
@NullMarked
package com.dotmac.platform.domain.schema;

import org.jspecify.annotations.NullMarked;
