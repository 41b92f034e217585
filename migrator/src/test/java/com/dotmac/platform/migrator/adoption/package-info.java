/** Tests of this package without a database; those with one live in integration-tests. */
@NullMarked
package com.dotmac.platform.migrator.adoption;

import org.jspecify.annotations.NullMarked;
