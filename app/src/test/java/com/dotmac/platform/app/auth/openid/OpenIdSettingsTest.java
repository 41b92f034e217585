package com.dotmac.platform.app.auth.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dotmac.platform.app.PlatformConfiguration;
import com.dotmac.platform.app.configuration.ConfigurationSource;
import com.nimbusds.jose.JWSAlgorithm;
import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings of providers, as they come from the environment at start. */
class OpenIdSettingsTest {

  private static final String GOOD =
      "OPENID_ISSUER=https://id.example.com OPENID_AUDIENCE=platform OPENID_TENANT=acme";

  @Test
  void without_variables_there_is_no_provider() throws Exception {
    assertThat(configuration(Map.of()).getOpenIdProviders())
        .singleElement()
        .satisfies(provider -> assertThat(provider.isConfigured()).isFalse());
  }

  @Test
  void a_provider_needs_a_name_an_audience_and_a_tenant() throws Exception {
    OpenIdSettings provider = configuration(variables(GOOD)).getOpenIdProviders().get(0);
    assertThat(provider.isConfigured()).isTrue();
    assertThat(provider.algorithms())
        .containsExactlyInAnyOrder(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);
    assertThat(provider.getClockSkew().toJavaDuration()).isEqualTo(Duration.ofSeconds(60));
    assertThat(provider.discovery())
        .hasToString("https://id.example.com/.well-known/openid-configuration");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://id.example.com/",
        "https://id.example.com/realms/acme",
        "https://id.example.com:8443",
        "http://localhost:8080",
        "http://127.0.0.1:8080",
        "http://[::1]:8080"
      })
  void an_issuer_is_under_tls_or_on_this_machine(String issuer) throws Exception {
    Map<String, String> variables = variables(GOOD);
    variables.put("OPENID_ISSUER", issuer);
    OpenIdSettings provider = configuration(variables).getOpenIdProviders().get(0);
    assertThat(provider.discovery().toString())
        .isEqualTo(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OPENID_ISSUER=http://id.example.com | issuer must begin with https://",
        "OPENID_ISSUER=http://localhost.example.com | issuer must begin with https://",
        "OPENID_ISSUER=http://localhost@id.example.com | issuer must begin with https://",
        "OPENID_ISSUER=https://ada:secret@id.example.com | issuer must begin with https://",
        "OPENID_ISSUER=https://id.example.com?a=b | issuer must begin with https://",
        "OPENID_ISSUER=https://id.example.com#a | issuer must begin with https://",
        "OPENID_ISSUER=file:///etc/passwd | issuer must begin with https://",
        "OPENID_ISSUER=accounts | issuer must begin with https://",
        "OPENID_ISSUER=https://[ | issuer must begin with https://",
        "OPENID_ISSUER= | without an issuer",
        "OPENID_AUDIENCE= | audience must be given",
        "OPENID_TENANT= | either tenant or tenantClaim",
        "OPENID_TENANT_CLAIM=org | either tenant or tenantClaim",
        "OPENID_JWKS_URI=http://id.example.com/keys | jwksUri must begin with https://",
        "OPENID_ALGORITHMS=HS256 | algorithms of openIdProviders are some of RS256,PS256,ES256, and not HS256",
        "OPENID_ALGORITHMS=RS256,none | algorithms of openIdProviders are some of RS256,PS256,ES256, and not RS256,none",
        "OPENID_ALGORITHMS=, | algorithms of openIdProviders are some of",
        "OPENID_CLOCK_SKEW=11m | clockSkew",
        "OPENID_CLOCK_SKEW=soon | clockSkew",
        "ACCESS_TOKEN_ISSUER=https://id.example.com | be another than signIn.issuer"
      })
  void what_is_wrong_is_said_at_start(String wrong, String sentence) {
    Map<String, String> variables = variables(GOOD + " " + wrong);
    assertThatThrownBy(() -> configuration(variables))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void no_two_providers_go_by_one_name() throws Exception {
    PlatformConfiguration configuration = configuration(variables(GOOD));
    OpenIdSettings provider = configuration.getOpenIdProviders().get(0);
    assertThat(configuration.isEachIssuerAnother()).isTrue();
    configuration.setOpenIdProviders(List.of(provider, provider));
    assertThat(configuration.isEachIssuerAnother()).isFalse();
    assertThat(Validators.newValidator().validate(configuration))
        .extracting(violation -> violation.getMessage())
        .anySatisfy(message -> assertThat(message).contains("must be named once"));
  }

  private static Map<String, String> variables(String text) {
    Map<String, String> variables = new HashMap<>();
    Arrays.stream(text.split(" "))
        .map(assignment -> assignment.split("=", 2))
        .forEach(sides -> variables.put(sides[0], sides[1]));
    return variables;
  }

  private static PlatformConfiguration configuration(Map<String, String> variables)
      throws IOException, ConfigurationException {
    return new ConfigurationSource("app.yml", variables)
        .<PlatformConfiguration>factory()
        .create(
            PlatformConfiguration.class,
            Validators.newValidator(),
            Jackson.newObjectMapper(),
            "settings-of-a-test")
        .build();
  }
}
