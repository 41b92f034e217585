/**
 * The ground that every feature stands on: refusals, pages, identifiers, and enum values with a
 * stable name.
 *
 * <p>Owns no table. Imports no feature and stays small.
 */
@NullMarked
package com.dotmac.platform.domain.shared;

import org.jspecify.annotations.NullMarked;
