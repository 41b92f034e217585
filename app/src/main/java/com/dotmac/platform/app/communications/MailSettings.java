package com.dotmac.platform.app.communications;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDuration;
import io.dropwizard.validation.ValidationMethod;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The section {@code mail} of the configuration: the mail server, and what mails say. */
public final class MailSettings {

  /** How the way to the mail server is kept from others. */
  public enum Security {
    /** TLS after the greeting; without it nothing is sent. */
    STARTTLS,
    /** TLS from the first byte. */
    TLS,
    /** Not at all; for a server on the same machine. */
    NONE
  }

  private static final Pattern ADDRESS = Pattern.compile("[\\x21-\\x7e&&[^<>@,;:\"]]+@[\\w.-]+");
  private static final Pattern URL = Pattern.compile("https?://[\\x21-\\x7e&&[^#?\"<>]]+");

  @NotNull private String host = "";

  @Min(1)
  @Max(65_535)
  private int port = 587;

  @NotNull private Security security = Security.STARTTLS;

  @NotNull private String user = "";

  @NotNull private String password = "";

  @NotNull private String from = "";

  @NotNull private String publicUrl = "";

  @NotNull
  @MinDuration(value = 100, unit = TimeUnit.MILLISECONDS)
  private Duration timeout = Duration.seconds(20);

  /** Name or address of the mail server; empty: there is none, and messages wait. */
  @JsonProperty
  public String getHost() {
    return host;
  }

  /** Sets the mail server. */
  @JsonProperty
  public void setHost(String host) {
    this.host = host;
  }

  /** Port for submission (RFC 6409) at the mail server. */
  @JsonProperty
  public int getPort() {
    return port;
  }

  /** Sets the port. */
  @JsonProperty
  public void setPort(int port) {
    this.port = port;
  }

  /**
   * How the way to the mail server is kept from others. {@code starttls}: TLS after the greeting,
   * and nothing is sent without. {@code tls}: TLS from the first byte, usually on port 465. {@code
   * none}: not at all, for a server on the same machine.
   */
  @JsonProperty
  public Security getSecurity() {
    return security;
  }

  /** Sets how the way is kept. */
  @JsonProperty
  public void setSecurity(Security security) {
    this.security = security;
  }

  /** Account at the mail server; empty: it asks for none. */
  @JsonProperty
  public String getUser() {
    return user;
  }

  /** Sets the account. */
  @JsonProperty
  public void setUser(String user) {
    this.user = user;
  }

  /** Password of the account. */
  @JsonProperty
  public String getPassword() {
    return password;
  }

  /** Sets the password. */
  @JsonProperty
  public void setPassword(String password) {
    this.password = password;
  }

  /**
   * Address that mails come from, such as {@code no-reply@billing.example}; the name beside it is
   * that of the tenant. Needed with a mail server.
   */
  @JsonProperty
  public String getFrom() {
    return from;
  }

  /** Sets where mails come from. */
  @JsonProperty
  public void setFrom(String from) {
    this.from = from;
  }

  /**
   * What links in mails begin with, such as {@code https://billing.example}: where people reach the
   * pages that take a token. Needed with a mail server, and by every instance that takes requests
   * for links; empty: such requests are refused.
   */
  @JsonProperty
  public String getPublicUrl() {
    return publicUrl;
  }

  /** Sets what links begin with; a slash at the end does not matter. */
  @JsonProperty
  public void setPublicUrl(String publicUrl) {
    this.publicUrl = publicUrl.replaceFirst("/+$", "");
  }

  /** How long the mail server may take to be reached, and for each answer. */
  @JsonProperty
  public Duration getTimeout() {
    return timeout;
  }

  /** Sets how long it may take. */
  @JsonProperty
  public void setTimeout(Duration timeout) {
    this.timeout = timeout;
  }

  /** Whether there is a mail server. */
  @JsonIgnore
  public boolean isConfigured() {
    return !host.isEmpty();
  }

  /** Whether whoever can send knows what to write. */
  @JsonIgnore
  @ValidationMethod(message = "with a host, from must be an address, and publicUrl must be set")
  public boolean isComplete() {
    return !isConfigured() || (ADDRESS.matcher(from).matches() && hasPublicUrl());
  }

  /** Whether links have something to begin with. */
  @JsonIgnore
  public boolean hasPublicUrl() {
    return !publicUrl.isEmpty();
  }

  /** Whether what links begin with is an address. */
  @JsonIgnore
  @ValidationMethod(message = "publicUrl must begin with https:// or http://")
  public boolean isPublicUrlAnAddress() {
    return publicUrl.isEmpty() || URL.matcher(publicUrl).matches();
  }

  /** What identifiers of mails end with: the domain of the sender. */
  String domain() {
    return from.substring(from.indexOf('@') + 1).toLowerCase(Locale.ROOT);
  }
}
