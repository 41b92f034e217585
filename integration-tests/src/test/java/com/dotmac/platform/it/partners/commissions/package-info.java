/** Tests of what partners earn. */
@NullMarked
package com.dotmac.platform.it.partners.commissions;

import org.jspecify.annotations.NullMarked;
