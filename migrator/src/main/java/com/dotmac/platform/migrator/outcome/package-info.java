/**
 * How a run ends: the exit codes, and the refusal that carries one clear message to whoever ran it.
 *
 * <p>Owns no table. Never writes to a stream and never ends the process.
 */
@NullMarked
package com.dotmac.platform.migrator.outcome;

import org.jspecify.annotations.NullMarked;
