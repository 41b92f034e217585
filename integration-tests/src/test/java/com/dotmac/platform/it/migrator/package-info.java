/**
 * What the migrator does to a real database and what it says: every verb, every refusal, many
 * migrators at once, and one that is killed.
 *
 * <p>Never looks inside the migrator: it is run as a person or a pipeline runs it.
 */
@NullMarked
package com.dotmac.platform.it.migrator;

import org.jspecify.annotations.NullMarked;
