/**
 * The rules, by group, and the list of them all. A name once given never changes: change files
 * refer to it.
 *
 * <p>Never reads a file and never prints.
 */
@NullMarked
package com.dotmac.platform.migrator.lint.rules;

import org.jspecify.annotations.NullMarked;
