/** Referrals, over HTTP. */
@NullMarked
package com.dotmac.platform.it.partners.referrals;

import org.jspecify.annotations.NullMarked;
