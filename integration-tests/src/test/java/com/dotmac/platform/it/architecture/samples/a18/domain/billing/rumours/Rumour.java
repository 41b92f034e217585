package com.dotmac.platform.it.architecture.samples.a18.domain.billing.rumours;

/** Of a part that is on no map. */
final class Rumour {}
