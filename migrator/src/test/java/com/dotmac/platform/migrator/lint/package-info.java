/** Tests of the rules over change files; no database. */
@NullMarked
package com.dotmac.platform.migrator.lint;

import org.jspecify.annotations.NullMarked;
