package com.dotmac.platform.it.harness;

/**
 * Looks at every answer that an {@link ApiClient} gets from the API of a platform of this build.
 * Found by {@link java.util.ServiceLoader}: tests bring one, the demo and the measurements none.
 */
public interface AnswerCheck {

  /**
   * Looks at one.
   *
   * @param method of the request
   * @param path of the request, with its parameters
   * @param answer what came
   * @throws AssertionError if the answer is not one that the API may give
   */
  void check(String method, String path, ApiAnswer answer);
}
