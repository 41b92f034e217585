/** What customers buy, owe and pay: over HTTP and at the tables. */
@NullMarked
package com.dotmac.platform.it.billing;

import org.jspecify.annotations.NullMarked;
