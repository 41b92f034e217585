package com.dotmac.platform.app.partners.payouts;

import com.dotmac.platform.app.jobs.BacklogWatch;
import com.dotmac.platform.domain.billing.payments.ProviderAnswer;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Clock;
import java.util.List;

/** What Prometheus is told of payouts: what waits in the database, what this instance was told. */
final class PayoutMetrics {

  private static final String DONE = "done";
  private static final String REFUSED = "refused";
  private static final String UNDERWAY = "underway";
  private static final String LOST = "lost";
  private static final double MILLIS_PER_SECOND = 1000.0;

  private final Counter answers;

  /**
   * Registers the figures.
   *
   * @param registry of one application
   * @param watch what waits
   * @param clock tells how long
   */
  PayoutMetrics(PrometheusRegistry registry, BacklogWatch watch, Clock clock) {
    answers =
        Counter.builder()
            .name("dotmac_payout_answers_total")
            .help("Questions of this instance to payout providers, by what they answered")
            .labelNames("outcome")
            .register(registry);
    List.of(DONE, REFUSED, UNDERWAY, LOST).forEach(answers::initLabelValues);
    GaugeWithCallback.builder()
        .name("dotmac_payouts_waiting")
        .help("Payouts of all tenants that a provider is still to be asked for or about")
        .callback(gauge -> gauge.call((double) watch.latest().size()))
        .register(registry);
    GaugeWithCallback.builder()
        .name("dotmac_payouts_oldest_wait_seconds")
        .help("Seconds that the oldest of them has waited")
        .callback(
            gauge -> gauge.call(watch.latest().age(clock.instant()).toMillis() / MILLIS_PER_SECOND))
        .register(registry);
  }

  /** A provider answered. */
  void answered(ProviderAnswer answer) {
    answers
        .labelValues(
            answer instanceof ProviderAnswer.Done
                ? DONE
                : answer instanceof ProviderAnswer.Refused ? REFUSED : UNDERWAY)
        .inc();
  }

  /** No answer came. */
  void lost() {
    answers.labelValues(LOST).inc();
  }
}
