package com.dotmac.platform.it.architecture.samples.a18.app.billing.subscriptions;

/** What somebody knows who must not. */
public final class SubscriptionPage {}
