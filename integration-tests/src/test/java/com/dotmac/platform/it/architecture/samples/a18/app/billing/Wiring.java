package com.dotmac.platform.it.architecture.samples.a18.app.billing;

/** Puts the parts together. */
public final class Wiring {}
