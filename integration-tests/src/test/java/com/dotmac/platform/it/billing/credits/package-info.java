/** Credit notes over HTTP, and the guards of their tables. */
@NullMarked
package com.dotmac.platform.it.billing.credits;

import org.jspecify.annotations.NullMarked;
