package com.dotmac.platform.app.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What an endpoint answers when it does as it is asked. Its signature cannot say so, because a
 * {@code Response} carries status and headers besides the body. The description of the API is made
 * of it, and each answer in the tests is held against that.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Answers {

  /**
   * The body; of a list, one row of it; {@code byte[]} for a file, whose type the method says with
   * {@code @Produces}.
   */
  Class<?> value();

  /** The status. */
  int status() default 200;

  /** Whether the answer is a page of rows, {@link PageJson}, and not one resource with its tag. */
  boolean page() default false;

  /** Whether one resource has a version, and the answer its tag. */
  boolean tag() default true;
}
