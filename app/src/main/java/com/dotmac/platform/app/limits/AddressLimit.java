package com.dotmac.platform.app.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.EstimationProbe;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Takes a token of the address's bucket for each request that had no good credential, and lets an
 * address without tokens no further: whoever tries keys soon costs neither a connection nor a
 * query. Those with a good credential are not counted, so that many may share an address.
 */
final class AddressLimit implements Filter {

  private static final int UNAUTHENTICATED = 401;
  private static final int TOO_MANY = 429;

  private final Buckets buckets;

  AddressLimit(Buckets buckets) {
    this.buckets = buckets;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Bucket bucket = buckets.of(request.getRemoteAddr());
    HttpServletResponse answer = (HttpServletResponse) response;
    EstimationProbe probe = bucket.estimateAbilityToConsume(1);
    if (!probe.canBeConsumed()) {
      refuse(answer, probe.getNanosToWaitForRefill());
      return;
    }
    chain.doFilter(request, response);
    if (answer.getStatus() == UNAUTHENTICATED) {
      bucket.tryConsume(1);
    }
  }

  /** Answers that an address has to wait so many nanoseconds. */
  static void refuse(HttpServletResponse answer, long nanos) throws IOException {
    answer.setHeader("Retry-After", String.valueOf(Buckets.secondsOf(nanos)));
    answer.sendError(TOO_MANY);
  }
}
