package com.dotmac.platform.app.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.NotNull;
import java.util.concurrent.TimeUnit;

/** The section {@code schema} of the configuration: what the gate does, and how often it looks. */
public final class SchemaSettings {

  /** What follows from drift that can break the code or the isolation of tenants. */
  public enum OnDrift {
    /** The application does not start, and takes no requests when it runs already. */
    REFUSE,
    /** It is told, and the application starts and serves. */
    REPORT
  }

  @NotNull private OnDrift onDrift = OnDrift.REFUSE;

  @NotNull
  @MinDuration(0)
  private Duration waitForMigrator = Duration.seconds(60);

  @NotNull
  @MinDuration(value = 100, unit = TimeUnit.MILLISECONDS)
  private Duration checkEvery = Duration.minutes(1);

  /**
   * What follows from drift that can break the code or the isolation of tenants. {@code refuse}:
   * the application does not start, and takes no requests when it runs already. {@code report}: it
   * is told, and the application starts and serves; for the night, mend it in the morning.
   */
  @JsonProperty
  public OnDrift getOnDrift() {
    return onDrift;
  }

  /** Sets what follows from drift. */
  @JsonProperty
  public void setOnDrift(OnDrift onDrift) {
    this.onDrift = onDrift;
  }

  /** How long a start waits for a migrator at work; {@code 0s} for not at all. */
  @JsonProperty
  public Duration getWaitForMigrator() {
    return waitForMigrator;
  }

  /** Sets how long a start waits for a migrator at work. */
  @JsonProperty
  public void setWaitForMigrator(Duration waitForMigrator) {
    this.waitForMigrator = waitForMigrator;
  }

  /** Time between two looks at the schema by a running app, while all is well. */
  @JsonProperty
  public Duration getCheckEvery() {
    return checkEvery;
  }

  /** Sets the time between two looks. */
  @JsonProperty
  public void setCheckEvery(Duration checkEvery) {
    this.checkEvery = checkEvery;
  }

  /** Whether the application starts on this. */
  boolean starts(SchemaState state) {
    return state.starts() || isOnlyReported(state);
  }

  /** Whether an instance that runs is given requests. */
  boolean ready(SchemaState state) {
    return state.ready() || isOnlyReported(state);
  }

  private boolean isOnlyReported(SchemaState state) {
    return state == SchemaState.DRIFTED && onDrift == OnDrift.REPORT;
  }
}
