package com.dotmac.platform.app.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.DataSizeUnit;
import io.dropwizard.validation.MinDataSize;
import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** How much of a request is read, and which pages of others may call. */
public final class HttpSettings {

  @NotNull
  @MinDataSize(value = 1, unit = DataSizeUnit.KIBIBYTES)
  private DataSize maxBodySize = DataSize.mebibytes(1);

  @NotNull private String allowedOrigins = "";

  /** Bytes of a body that are read, unpacked; a longer one is refused with 413. */
  @JsonProperty
  public DataSize getMaxBodySize() {
    return maxBodySize;
  }

  /** Sets how long a body may be. */
  @JsonProperty
  public void setMaxBodySize(DataSize maxBodySize) {
    this.maxBodySize = maxBodySize;
  }

  /**
   * Origins whose pages may call the API from a browser, with commas between, such as {@code
   * https://portal.example, https://desk.example}; empty for none.
   */
  @JsonProperty
  public String getAllowedOrigins() {
    return allowedOrigins;
  }

  /** Sets whose pages may call. */
  @JsonProperty
  public void setAllowedOrigins(String allowedOrigins) {
    this.allowedOrigins = allowedOrigins;
  }

  /** The origins one by one. */
  Set<String> origins() {
    return Arrays.stream(allowedOrigins.split(","))
        .map(String::strip)
        .filter(origin -> !origin.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
