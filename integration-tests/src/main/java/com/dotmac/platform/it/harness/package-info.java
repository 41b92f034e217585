/**
 * What every test stands on: a real PostgreSQL whose tables the migrator made, a clock that tests
 * move, a running platform, and counters of what Hibernate did.
 *
 * <p>Owns no table. Never makes one either: a database comes from the migrator's own entry point,
 * as in production.
 */
@NullMarked
package com.dotmac.platform.it.harness;

import org.jspecify.annotations.NullMarked;
