/** How partners and their people come aboard, over HTTP. */
@NullMarked
package com.dotmac.platform.it.partners.onboarding;

import org.jspecify.annotations.NullMarked;
