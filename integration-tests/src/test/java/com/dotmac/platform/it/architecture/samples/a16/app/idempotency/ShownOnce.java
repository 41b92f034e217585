package com.dotmac.platform.it.architecture.samples.a16.app.idempotency;

/** A body that is kept without its secret, in this sample. */
public interface ShownOnce {}
