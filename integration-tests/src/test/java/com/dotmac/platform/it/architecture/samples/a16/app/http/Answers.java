package com.dotmac.platform.it.architecture.samples.a16.app.http;

/** What an endpoint answers with, in this sample. */
public @interface Answers {
  /** The body. */
  Class<?> value();
}
