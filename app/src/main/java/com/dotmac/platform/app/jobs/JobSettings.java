package com.dotmac.platform.app.jobs;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.concurrent.TimeUnit;

/** The section {@code jobs} of the configuration: work that is done after a request. */
public final class JobSettings {

  @Min(1)
  @Max(64)
  private int threads = 4;

  @NotNull
  @MinDuration(value = 50, unit = TimeUnit.MILLISECONDS)
  private Duration pollEvery = Duration.seconds(2);

  private boolean recurring = true;

  /** Pieces of work that an instance does at once; each takes a connection now and then. */
  @JsonProperty
  public int getThreads() {
    return threads;
  }

  /** Sets how much is done at once. */
  @JsonProperty
  public void setThreads(int threads) {
    this.threads = threads;
  }

  /** Time between two looks for work. A look costs one connection and one query. */
  @JsonProperty
  public Duration getPollEvery() {
    return pollEvery;
  }

  /** Sets how often work is looked for. */
  @JsonProperty
  public void setPollEvery(Duration pollEvery) {
    this.pollEvery = pollEvery;
  }

  /**
   * Whether the instance does its part of the work that comes round by the clock, such as finding
   * invoices that are overdue. One instance at least should.
   */
  @JsonProperty
  public boolean isRecurring() {
    return recurring;
  }

  /** Sets whether work is done that comes round by the clock. */
  @JsonProperty
  public void setRecurring(boolean recurring) {
    this.recurring = recurring;
  }
}
