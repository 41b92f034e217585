/**
 * What every endpoint shares: problems, request ids, strictness, and a database that goes away.
 *
 * <p>Owns no table. Says nothing of any feature; partners only serve as an example.
 */
@NullMarked
package com.dotmac.platform.it.http;

import org.jspecify.annotations.NullMarked;
