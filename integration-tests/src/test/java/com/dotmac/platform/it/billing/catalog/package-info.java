/** The catalogue, over HTTP and through its doors. */
@NullMarked
package com.dotmac.platform.it.billing.catalog;

import org.jspecify.annotations.NullMarked;
