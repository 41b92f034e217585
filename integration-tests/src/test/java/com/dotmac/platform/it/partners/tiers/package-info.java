/** Tiers of partners by what they bring. */
@NullMarked
package com.dotmac.platform.it.partners.tiers;

import org.jspecify.annotations.NullMarked;
