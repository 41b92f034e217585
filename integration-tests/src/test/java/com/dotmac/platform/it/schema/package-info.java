/**
 * The rules that every table, change file and mapping keeps, and for each rule a proof that it can
 * fail.
 *
 * <p>A rule is a class that answers with sentences, each naming a fault and what to do about it; no
 * sentence, no fault. Owns no table, and never changes one outside a database of its own.
 */
@NullMarked
package com.dotmac.platform.it.schema;

import org.jspecify.annotations.NullMarked;
