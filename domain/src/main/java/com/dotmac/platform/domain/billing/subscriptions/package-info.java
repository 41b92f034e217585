/**
 * What customers are billed for again and again.
 *
 * <p>Owns {@code billing_subscriptions} and {@code billing_subscription_charges}. Makes invoices
 * and credit notes through their doors, and asks the catalogue what a period costs. Nobody else's
 * money is moved here: what is paid is the matter of payments.
 */
@NullMarked
package com.dotmac.platform.domain.billing.subscriptions;

import org.jspecify.annotations.NullMarked;
