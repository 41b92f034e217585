package com.dotmac.platform.it.architecture.samples.a15.domain.tenancy;

/** Who writes, in this sample. */
public record CallContext() {}
