/**
 * How small secrets are kept: sealed with a key that the database does not have, so that whoever
 * reads its tables, or a copy of them, reads none.
 *
 * <p>Owns no table: the sealed text stands in a column of whoever has the secret. Ground under
 * every feature. Never makes up a key, and never keeps a secret in the clear where there is none.
 */
@NullMarked
package com.dotmac.platform.domain.sealing;

import org.jspecify.annotations.NullMarked;
