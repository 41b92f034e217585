package com.dotmac.platform.it.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dotmac.platform.app.auth.openid.OpenIdSettings;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An OpenID provider on this machine: says where its keys are, publishes those that a test gives
 * it, and counts how often it is asked for them.
 */
final class LoopbackProvider implements AutoCloseable {
  /** What its tokens for the platform are for. */
  static final String AUDIENCE = "https://platform.example.com";

  private final HttpServer server;
  private final String issuer;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger askedForKeys = new AtomicInteger();
  private final AtomicInteger askedWhereTheyAre = new AtomicInteger();
  private volatile JWKSet published = new JWKSet();
  private volatile int status = 200;

  /** One that publishes these keys. */
  LoopbackProvider(JWK... keys) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    issuer = "http://localhost:" + server.getAddress().getPort();
    server.setExecutor(threads);
    server.createContext(
        "/.well-known/openid-configuration",
        exchange -> {
          askedWhereTheyAre.incrementAndGet();
          answer(
              exchange, "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}".formatted(issuer, issuer));
        });
    server.createContext(
        "/keys",
        exchange -> {
          askedForKeys.incrementAndGet();
          answer(exchange, published.toString());
        });
    server.start();
    publish(keys);
  }

  /** What it goes by. */
  String issuer() {
    return issuer;
  }

  /** What the configuration says of it, where its tokens name their tenant. */
  OpenIdSettings settings() {
    OpenIdSettings settings = new OpenIdSettings();
    settings.setIssuer(issuer());
    settings.setAudience(AUDIENCE);
    settings.setTenantClaim("tenant");
    return settings;
  }

  /** From now on publishes the public halves of these keys, and no others. */
  void publish(JWK... keys) {
    published = new JWKSet(List.of(keys)).toPublicJWKSet();
  }

  /** From now on answers with this status. */
  void answerWith(int wanted) {
    status = wanted;
  }

  /** How often it was asked for its keys. */
  int askedForKeys() {
    return askedForKeys.get();
  }

  /** How often it was asked where its keys are. */
  int askedWhereTheyAre() {
    return askedWhereTheyAre.get();
  }

  /** Goes away: whoever asks finds nobody. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange, String text) throws IOException {
    byte[] body = text.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
