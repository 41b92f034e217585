package com.dotmac.platform.app.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * Puts on every answer what keeps a browser from misusing it: nothing is guessed, stored, framed or
 * told to others. A page that needs more than nothing sets its own {@code Content-Security-Policy}.
 */
final class SecurityHeaders implements Filter {

  private static final Map<String, String> ALL =
      Map.of(
          "Cache-Control",
          "no-store",
          "Content-Security-Policy",
          "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "Referrer-Policy",
          "no-referrer",
          "X-Content-Type-Options",
          "nosniff");

  /** Each header with its value. */
  static Map<String, String> all() {
    return ALL;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    // Before the answer is made, so that whoever makes it may say otherwise.
    ALL.forEach(((HttpServletResponse) response)::setHeader);
    chain.doFilter(request, response);
  }
}
