package com.dotmac.platform.it.architecture.samples.a2.domain.rumours;

/** Belongs to a feature that is on no map. */
final class Rumour {}
