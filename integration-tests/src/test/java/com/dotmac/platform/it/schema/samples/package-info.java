/**
 * Entities that are wrong on purpose, for the proofs that the mapping rules can fail. Owns no
 * table, and is never registered.
 */
@NullMarked
package com.dotmac.platform.it.schema.samples;

import org.jspecify.annotations.NullMarked;
