package com.dotmac.platform.app.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The refusals of the feature that an endpoint may answer with. Those that every endpoint of its
 * kind has (no credential, a wrong parameter, a stale version) go without saying.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Refuses {

  /** The kinds of problem. */
  ProblemCode[] value();
}
