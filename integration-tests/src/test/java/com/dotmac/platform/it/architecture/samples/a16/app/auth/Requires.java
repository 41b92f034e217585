package com.dotmac.platform.it.architecture.samples.a16.app.auth;

/** That a permission is asked for, in this sample. */
public @interface Requires {}
