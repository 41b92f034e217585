package com.dotmac.platform.it.architecture.samples.a18.app.billing.catalog;

import com.dotmac.platform.it.architecture.samples.a18.app.billing.Wiring;
import com.dotmac.platform.it.architecture.samples.a18.app.billing.subscriptions.SubscriptionPage;
import org.jspecify.annotations.Nullable;

/** Knows who comes after it, and who wires it. */
final class CatalogPage {
  @Nullable SubscriptionPage subscription;
  @Nullable Wiring wiring;
}
