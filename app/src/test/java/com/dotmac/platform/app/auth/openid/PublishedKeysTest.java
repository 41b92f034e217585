package com.dotmac.platform.app.auth.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.FileNotFoundException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a provider says of itself is believed only as far as it can be. */
class PublishedKeysTest {

  private static final String ISSUER = "https://id.example.com/realm/";
  private static final String DISCOVERY =
      "https://id.example.com/realm/.well-known/openid-configuration";
  private static final String KEYS = "https://keys.example.com/set?of=realm";

  private final Map<String, String> pages = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final OpenIdSettings provider = new OpenIdSettings();
  private final ResourceRetriever requests =
      url -> {
        asked.add(url.toString());
        String page = pages.get(url.toString());
        if (page == null) {
          throw new FileNotFoundException("nothing is there");
        }
        return new Resource(page, "application/json");
      };

  PublishedKeysTest() {
    provider.setIssuer(ISSUER);
    pages.put(DISCOVERY, "{\"issuer\":\"%s\",\"jwks_uri\":\"%s\"}".formatted(ISSUER, KEYS));
    pages.put(KEYS, "{\"keys\":[]}");
  }

  @Test
  void keys_are_where_the_provider_says_each_time_anew() throws KeySourceException {
    assertThat(fetch().isEmpty()).isTrue();
    assertThat(fetch().isEmpty()).isTrue();
    assertThat(asked).containsExactly(DISCOVERY, KEYS, DISCOVERY, KEYS);
  }

  @Test
  void an_address_in_the_settings_goes_before() throws KeySourceException {
    provider.setJwksUri(KEYS);
    fetch();
    assertThat(asked).containsExactly(KEYS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "{\"issuer\":\"https://id.example.com/realm\",\"jwks_uri\":\"https://keys.example.com\"}|another issuer",
        "{\"jwks_uri\":\"https://keys.example.com/set\"}|another issuer",
        "{\"issuer\":\"https://id.example.com/realm/\"}|no safe place",
        "{\"issuer\":\"https://id.example.com/realm/\",\"jwks_uri\":\"http://keys.example.com/\"}|no safe place",
        "{\"issuer\":\"https://id.example.com/realm/\",\"jwks_uri\":\"http://localhost/\"}|no safe place",
        "{\"issuer\":\"https://id.example.com/realm/\",\"jwks_uri\":\"file:///etc/passwd\"}|no safe place",
        "{\"issuer\":\"https://id.example.com/realm/\",\"jwks_uri\":7}|cannot be read",
        "<html>|cannot be read"
      })
  void a_configuration_that_cannot_be_believed_names_no_keys(String page, String why) {
    pages.put(DISCOVERY, page);
    assertThatThrownBy(this::fetch)
        .isInstanceOf(JWKSetUnavailableException.class)
        .hasMessageContaining(why);
    assertThat(asked).containsExactly(DISCOVERY);
  }

  @ParameterizedTest
  @CsvSource({"'<html>'", "'{}'", "'[]'", "''"})
  void what_is_no_set_of_keys_is_none(String page) {
    pages.put(KEYS, page);
    assertThatThrownBy(this::fetch).isInstanceOf(JWKSetUnavailableException.class);
  }

  private JWKSet fetch() throws KeySourceException {
    return new PublishedKeys(provider, requests)
        .getJWKSet(JWKSetCacheRefreshEvaluator.forceRefresh(), 0, null);
  }
}
