/** Payments, over HTTP and against the database. */
@NullMarked
package com.dotmac.platform.it.billing.payments;

import org.jspecify.annotations.NullMarked;
