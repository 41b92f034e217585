package com.dotmac.platform.app;

import com.dotmac.platform.app.auth.SignInSettings;
import com.dotmac.platform.app.auth.openid.OpenIdSettings;
import com.dotmac.platform.app.billing.payments.PaymentSettings;
import com.dotmac.platform.app.communications.MailSettings;
import com.dotmac.platform.app.configuration.DatabaseUrl;
import com.dotmac.platform.app.http.HttpSettings;
import com.dotmac.platform.app.jobs.JobSettings;
import com.dotmac.platform.app.limits.RateLimitSettings;
import com.dotmac.platform.app.partners.payouts.PayoutSettings;
import com.dotmac.platform.app.schema.SchemaSettings;
import com.dotmac.platform.app.sealing.SealingSettings;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.core.Configuration;
import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.validation.ValidationMethod;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Settings of the application. Each is explained in {@code config/app.yml}, which is also the
 * packaged default.
 */
public final class PlatformConfiguration extends Configuration {

  @Valid @NotNull private DataSourceFactory database = new DataSourceFactory();

  @Valid @NotNull private HttpSettings api = new HttpSettings();

  @Valid @NotNull private RateLimitSettings rateLimit = new RateLimitSettings();

  @Valid @NotNull private SignInSettings signIn = new SignInSettings();

  @NotNull private List<@Valid @NotNull OpenIdSettings> openIdProviders = List.of();

  @Valid @NotNull private SchemaSettings schema = new SchemaSettings();

  @Valid @NotNull private JobSettings jobs = new JobSettings();

  @Valid @NotNull private MailSettings mail = new MailSettings();

  @Valid @NotNull private SealingSettings sealing = new SealingSettings();

  @Valid @NotNull private PaymentSettings payments = new PaymentSettings();

  @Valid @NotNull private PayoutSettings payouts = new PayoutSettings();

  /** Where the database is and how many connections are kept. */
  @JsonProperty("database")
  public DataSourceFactory getDatabase() {
    return database;
  }

  /**
   * Takes the database; an address in the {@code postgres://} form is put in the driver's, and its
   * credentials go before those beside it.
   *
   * @throws IllegalArgumentException if the address has no known form
   */
  @JsonProperty("database")
  public void setDatabase(DataSourceFactory database) {
    if (database.getUrl() != null) {
      DatabaseUrl url = DatabaseUrl.parse(database.getUrl());
      database.setUrl(url.jdbcUrl());
      if (url.user() != null) {
        database.setUser(url.user());
        database.setPassword(url.password());
      }
    }
    this.database = database;
  }

  /** How much of a request is read, and which pages of others may call. */
  @JsonProperty("api")
  public HttpSettings getApi() {
    return api;
  }

  /** Takes the settings of the API. */
  @JsonProperty("api")
  public void setApi(HttpSettings api) {
    this.api = api;
  }

  /** How many requests are taken, and from whom. */
  @JsonProperty("rateLimit")
  public RateLimitSettings getRateLimit() {
    return rateLimit;
  }

  /** Takes the limits. */
  @JsonProperty("rateLimit")
  public void setRateLimit(RateLimitSettings rateLimit) {
    this.rateLimit = rateLimit;
  }

  /** How people sign in. */
  @JsonProperty("signIn")
  public SignInSettings getSignIn() {
    return signIn;
  }

  /** Takes how people sign in. */
  @JsonProperty("signIn")
  public void setSignIn(SignInSettings signIn) {
    this.signIn = signIn;
  }

  /** Whose tokens are taken besides our own. */
  @JsonProperty("openIdProviders")
  public List<OpenIdSettings> getOpenIdProviders() {
    return openIdProviders;
  }

  /** Takes whose tokens are taken. */
  @JsonProperty("openIdProviders")
  public void setOpenIdProviders(List<OpenIdSettings> openIdProviders) {
    this.openIdProviders = List.copyOf(openIdProviders);
  }

  /** Whether a token tells who has to check it: no two who issue tokens go by one name. */
  @JsonIgnore
  @ValidationMethod(
      message =
          "each issuer of openIdProviders must be named once, and be another than signIn.issuer")
  public boolean isEachIssuerAnother() {
    Set<String> names = new HashSet<>(Set.of(signIn.getIssuer()));
    return openIdProviders.stream()
        .filter(OpenIdSettings::isConfigured)
        .allMatch(provider -> names.add(provider.getIssuer()));
  }

  /** What the gate does and how often the schema is looked at. */
  @JsonProperty("schema")
  public SchemaSettings getSchema() {
    return schema;
  }

  /** Takes the settings of the gate. */
  @JsonProperty("schema")
  public void setSchema(SchemaSettings schema) {
    this.schema = schema;
  }

  /** The keys that secrets are sealed with. */
  @JsonProperty("sealing")
  public SealingSettings getSealing() {
    return sealing;
  }

  /** Takes the keys that secrets are sealed with. */
  @JsonProperty("sealing")
  public void setSealing(SealingSettings sealing) {
    this.sealing = sealing;
  }

  /** How much work is done after requests, and how soon. */
  @JsonProperty("jobs")
  public JobSettings getJobs() {
    return jobs;
  }

  /** Takes the settings of work after requests. */
  @JsonProperty("jobs")
  public void setJobs(JobSettings jobs) {
    this.jobs = jobs;
  }

  /** Who moves money. */
  @JsonProperty("payments")
  public PaymentSettings getPayments() {
    return payments;
  }

  /** Takes who moves money. */
  @JsonProperty("payments")
  public void setPayments(PaymentSettings payments) {
    this.payments = payments;
  }

  /** Who moves money to partners. */
  @JsonProperty("payouts")
  public PayoutSettings getPayouts() {
    return payouts;
  }

  /** Takes who moves money to partners. */
  @JsonProperty("payouts")
  public void setPayouts(PayoutSettings payouts) {
    this.payouts = payouts;
  }

  /** The mail server, and what mails say. */
  @JsonProperty("mail")
  public MailSettings getMail() {
    return mail;
  }

  /** Takes the settings of mail. */
  @JsonProperty("mail")
  public void setMail(MailSettings mail) {
    this.mail = mail;
  }
}
