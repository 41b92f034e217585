package com.dotmac.platform.app.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Takes a token of the address's bucket for each attempt to sign in, for each request about a link
 * of a mail, and for each application to become a partner, whether or not it succeeds: such a
 * request costs the hash of a password, which is made to be dear, or a mail to somebody.
 */
final class SignInLimit implements Filter {

  private final Buckets buckets;

  SignInLimit(Buckets buckets) {
    this.buckets = buckets;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Bucket bucket = buckets.of(request.getRemoteAddr());
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    if (probe.isConsumed()) {
      chain.doFilter(request, response);
    } else {
      AddressLimit.refuse((HttpServletResponse) response, probe.getNanosToWaitForRefill());
    }
  }
}
