/** Subscriptions, over HTTP and through the door that their job uses. */
@NullMarked
package com.dotmac.platform.it.billing.subscriptions;

import org.jspecify.annotations.NullMarked;
