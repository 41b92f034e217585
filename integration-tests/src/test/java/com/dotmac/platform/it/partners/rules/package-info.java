/** Proves rules of commission: how they are kept, chosen and reckoned. Owns no table. */
@NullMarked
package com.dotmac.platform.it.partners.rules;

import org.jspecify.annotations.NullMarked;
