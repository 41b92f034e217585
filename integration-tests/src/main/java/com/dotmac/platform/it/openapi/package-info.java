/**
 * Makes the description of the API (OpenAPI 3.1) of the resources: their annotations, the types on
 * the wire with their validation, the comments in the source, and examples that were played.
 *
 * <p>Owns no table. Never says of an endpoint what its code does not say.
 */
@NullMarked
package com.dotmac.platform.it.openapi;

import org.jspecify.annotations.NullMarked;
