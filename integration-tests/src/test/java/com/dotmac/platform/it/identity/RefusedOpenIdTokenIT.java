package com.dotmac.platform.it.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.app.auth.SignInSettings;
import com.dotmac.platform.domain.identity.StandardRole;
import com.dotmac.platform.it.fixtures.APerson;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Tokens that open nothing. Each differs in one thing from one that does, and all are answered like
 * no credential at all.
 */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class RefusedOpenIdTokenIT {
  private static final String ME = "/api/v1/me";
  private static final String SUBJECT = "zoe";
  private static final String OWN_KEY =
      Base64.getEncoder()
          .encodeToString("our own key, of 256 bits, to sign".substring(0, 32).getBytes(UTF_8));

  private final MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
  private final RSAKey key = AToken.rsa("known");
  private final RSAKey foreign = AToken.rsa("known");
  private final LoopbackProvider provider = new LoopbackProvider(key);
  private final RunningPlatform platform;
  private final ATenant tenant;
  private final Linked person;
  private final AToken good;

  RefusedOpenIdTokenIT(TestDatabase database) {
    platform =
        RunningPlatform.on(
            database,
            clock,
            settings -> {
              settings.getSignIn().setAccessTokenKeys(OWN_KEY);
              settings.setOpenIdProviders(List.of(provider.settings()));
            });
    tenant = ATenant.of(platform);
    person = Linked.to(provider, SUBJECT, tenant, StandardRole.AUDITOR);
    good = AToken.of(provider, key, SUBJECT, person.tenant(), clock);
  }

  @AfterAll
  void stop() {
    platform.close();
    provider.close();
  }

  @TestFactory
  Stream<DynamicTest> a_token_is_refused_because_of() throws Exception {
    Map<String, String> refused = new LinkedHashMap<>();
    claims(refused);
    headers(refused);
    signatures(refused);
    String first = ApiClient.of(platform).get(ME).withoutRequestId();
    return refused.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () -> {
                      assertThat(answer(good.text()).status()).isEqualTo(200);
                      ApiAnswer answer = answer(entry.getValue());
                      assertThat(answer.status()).as(answer.body()).isEqualTo(401);
                      assertThat(answer.withoutRequestId()).isEqualTo(first);
                    }));
  }

  private void claims(Map<String, String> refused) {
    refused.put("no end", good.with("exp", null).text());
    refused.put("an end long ago", good.until(clock, Duration.ofHours(-1)).text());
    refused.put("an end beyond the skew", good.until(clock, Duration.ofMinutes(-1)).text());
    refused.put("a begin beyond the skew", good.with("nbf", in(Duration.ofMinutes(1))).text());
    refused.put("another audience", good.with("aud", "https://other.example").text());
    refused.put(
        "the audience as a part", good.with("aud", LoopbackProvider.AUDIENCE + "/x").text());
    refused.put("no audience", good.with("aud", null).text());
    refused.put("another issuer", good.with("iss", "https://id.example.com").text());
    refused.put("an issuer with a slash", good.with("iss", provider.issuer() + "/").text());
    refused.put("no issuer", good.with("iss", null).text());
    refused.put("nobody", good.with("sub", null).text());
    refused.put("an empty name", good.with("sub", "").text());
    refused.put("a name that is too long", good.with("sub", "z".repeat(256)).text());
    refused.put("a name with NUL", good.with("sub", SUBJECT + "\u0000").text());
    refused.put("a name in another case", good.with("sub", "ZOE").text());
    refused.put("a name with a blank", good.with("sub", SUBJECT + " ").text());
    refused.put("somebody who is not linked", good.with("sub", "stranger").text());
    refused.put(
        "the address of the person", good.with("sub", "x").with("email", person.email()).text());
    refused.put("no tenant", good.with("tenant", null).text());
    refused.put("a tenant that is a number", good.with("tenant", 7).text());
    refused.put("a tenant that is none", good.with("tenant", "no-such-tenant").text());
    refused.put("a tenant with NUL", good.with("tenant", person.tenant() + "\u0000").text());
    refused.put("the id of the tenant", good.with("tenant", tenant.id().toString()).text());
    refused.put("its length", good.with("padding", "x".repeat(4600)).text());
  }

  private void headers(Map<String, String> refused) throws JOSEException {
    refused.put("no type", good.ofType(null).text());
    for (String type : List.of("dpop+jwt", "logout+jwt", "JOSE")) {
      refused.put("the type " + type, good.ofType(type).text());
    }
    refused.put("a key that nobody knows", good.withHeader(said -> said.keyID("unknown")).text());
    refused.put(
        "an extension that nobody knows",
        good.withHeader(said -> said.criticalParams(Set.of("odd")).customParam("odd", 1)).text());
    AToken forged = good.signedWith(foreign, JWSAlgorithm.RS256);
    refused.put(
        "a key that it brings", forged.withHeader(said -> said.jwk(foreign.toPublicJWK())).text());
    refused.put(
        "a place of keys that it brings",
        forged.withHeader(said -> said.jwkURL(URI.create(provider.issuer() + "/keys"))).text());
  }

  private void signatures(Map<String, String> refused) throws JOSEException {
    String[] parts = good.text().split("\\.", -1);
    String other = good.with("sub", "stranger").text().split("\\.", -1)[1];
    refused.put("nobody's signature", good.unsigned());
    refused.put("no signature", parts[0] + "." + parts[1] + ".");
    refused.put("what was changed", parts[0] + "." + other + "." + parts[2]);
    refused.put("another's signature", good.signedWith(foreign, JWSAlgorithm.RS256).text());
    refused.put(
        "a way to sign that is not allowed", good.signedWith(key, JWSAlgorithm.RS384).text());
    refused.put(
        "a curve nobody published", good.signedWith(AToken.ec("known"), JWSAlgorithm.ES256).text());
    byte[] der = key.toPublicKey().getEncoded();
    refused.put("the public key as a secret", good.textUnder(der));
    refused.put("the public key in PEM as a secret", good.textUnder(pem(der)));
    refused.put("the modulus as a secret", good.textUnder(key.getModulus().decode()));
    refused.put("our own secret", good.textUnder(Base64.getDecoder().decode(OWN_KEY)));
    refused.put("five parts", parts[0] + "." + parts[1] + "." + parts[2] + ".a.b");
    refused.put("rubbish around it", "x" + good.text());
  }

  @Test
  void neither_verifier_takes_what_the_other_would() throws Exception {
    APerson signedIn = tenant.person("own@example.com", StandardRole.AUDITOR);
    String own = signedIn.signIn().text("accessToken");
    assertThat(answer(own).status()).isEqualTo(200);
    SignInSettings ours = new SignInSettings();
    AToken posing =
        good.ofType("at+jwt")
            .with("iss", ours.getIssuer())
            .with("aud", "dotmac-api")
            .with("sub", signedIn.id().toString())
            .with("tenant", tenant.id().toString())
            .with("sid", signedIn.signIn().text("sessionId"))
            .with("jti", "1")
            .with("iat", in(Duration.ZERO));
    assertThat(answer(posing.text()).status()).isEqualTo(401);
    String ownKeyId =
        new OctetSequenceKey.Builder(Base64.getDecoder().decode(OWN_KEY))
            .keyIDFromThumbprint()
            .build()
            .getKeyID();
    AToken underOurName = posing.withHeader(said -> said.keyID(ownKeyId));
    assertThat(answer(underOurName.text()).status()).isEqualTo(401);
    // With our own secret it is one of ours: so only the signature was wrong above.
    assertThat(answer(underOurName.textUnder(Base64.getDecoder().decode(OWN_KEY))).status())
        .isEqualTo(200);
  }

  @Test
  void a_token_may_have_six_kibibytes() {
    assertThat(answer(good.with("padding", "x".repeat(3800)).text()).status()).isEqualTo(200);
  }

  @Test
  void clocks_may_differ_by_the_skew_and_no_more() {
    assertThat(answer(good.until(clock, Duration.ofSeconds(-59)).text()).status()).isEqualTo(200);
    assertThat(answer(good.with("nbf", in(Duration.ofSeconds(59))).text()).status()).isEqualTo(200);
    assertThat(answer(good.with("iat", in(Duration.ofDays(-400))).text()).status()).isEqualTo(200);
  }

  private Date in(Duration fromNow) {
    return Date.from(clock.instant().plus(fromNow));
  }

  private ApiAnswer answer(String token) {
    return ApiClient.of(platform).withKey(token).get(ME);
  }

  private static byte[] pem(byte[] der) {
    return ("-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder(64, "\n".getBytes(UTF_8)).encodeToString(der)
            + "\n-----END PUBLIC KEY-----\n")
        .getBytes(UTF_8);
  }
}
