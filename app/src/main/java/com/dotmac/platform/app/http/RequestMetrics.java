package com.dotmac.platform.app.http;

import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.server.monitoring.ApplicationEvent;
import org.glassfish.jersey.server.monitoring.ApplicationEventListener;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;
import org.glassfish.jersey.uri.UriTemplate;

/**
 * Tells Prometheus how many requests there are and how long they take, by method, by template of
 * the address and by class of status. Never by what a caller makes up: an address that nobody knows
 * has the template {@code none}.
 */
public final class RequestMetrics implements ApplicationEventListener {

  private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final int CLASS_OF_STATUS = 100;
  private static final int FAILED = 500;
  private static final String NOBODY_KNOWS = "none";

  private final Histogram requests;

  /**
   * Registers the figure.
   *
   * @param registry of this application
   */
  public RequestMetrics(PrometheusRegistry registry) {
    requests =
        Histogram.builder()
            .name("dotmac_http_request_duration_seconds")
            .help("Time from the first filter to the end of an answer of the API")
            .labelNames("method", "route", "status")
            .classicOnly()
            .classicUpperBounds(.0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10)
            .register(registry);
  }

  @Override
  public void onEvent(ApplicationEvent event) {
    // The application's own life is of no interest here.
  }

  @Override
  public RequestEventListener onRequest(RequestEvent started) {
    long begin = System.nanoTime();
    return event -> {
      if (event.getType() == RequestEvent.Type.FINISHED) {
        requests
            .labelValues(
                event.getContainerRequest().getMethod(), route(event.getUriInfo()), status(event))
            .observe((System.nanoTime() - begin) / NANOS_PER_SECOND);
      }
    };
  }

  /** The templates of the address, which Jersey has the last first. */
  private static String route(ExtendedUriInfo address) {
    List<UriTemplate> matched = address.getMatchedTemplates();
    if (address.getMatchedResourceMethod() == null || matched.isEmpty()) {
      return NOBODY_KNOWS;
    }
    StringBuilder route = new StringBuilder();
    matched.forEach(template -> route.insert(0, template.getTemplate()));
    return route.toString();
  }

  private static String status(RequestEvent event) {
    ContainerResponse answer = event.getContainerResponse();
    return (answer == null ? FAILED : answer.getStatus()) / CLASS_OF_STATUS + "xx";
  }
}
