package com.dotmac.platform.app.limits;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.concurrent.TimeUnit;

/** Limits of one instance of the application. */
public final class RateLimitSettings {

  @Min(1)
  private long requests = 6000;

  @Min(1)
  private long refusedCredentials = 60;

  @Min(1)
  private long signIns = 30;

  @NotNull
  @MinDuration(value = 1, unit = TimeUnit.SECONDS)
  private Duration per = Duration.minutes(1);

  /** Requests that a credential may send to an instance in the time, and at once. */
  @JsonProperty
  public long getRequests() {
    return requests;
  }

  /** Sets how many requests a credential may send. */
  @JsonProperty
  public void setRequests(long requests) {
    this.requests = requests;
  }

  /**
   * Requests without a good credential that an address may send to an instance in the time. Behind
   * a proxy set {@code useForwardedHeaders} of the connector, or all callers have one address.
   */
  @JsonProperty
  public long getRefusedCredentials() {
    return refusedCredentials;
  }

  /** Sets how many wrong credentials an address may send. */
  @JsonProperty
  public void setRefusedCredentials(long refusedCredentials) {
    this.refusedCredentials = refusedCredentials;
  }

  /**
   * Attempts to sign in, requests about links of mails, and applications to become a partner, that
   * an address may make at an instance in the time, whether or not they succeed.
   */
  @JsonProperty
  public long getSignIns() {
    return signIns;
  }

  /** Sets how often an address may try to sign in. */
  @JsonProperty
  public void setSignIns(long signIns) {
    this.signIns = signIns;
  }

  /** The time that all are counted over. */
  @JsonProperty
  public Duration getPer() {
    return per;
  }

  /** Sets the time that all are counted over. */
  @JsonProperty
  public void setPer(Duration per) {
    this.per = per;
  }
}
