package com.dotmac.platform.app.auth.openid;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.util.Resource;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No provider makes anybody wait or read for ever. A request that hangs fails its test. */
@Timeout(60)
class ProviderRequestsTest {

  private static final Duration SHORT = Duration.ofMillis(200);
  private static final Duration LONG = Duration.ofSeconds(30);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void an_answer_comes_with_its_type() throws IOException {
    URL url = answeredBy(exchange -> answer(exchange, 200, "{}"));
    Resource answer = new ProviderRequests(LONG).retrieveResource(url);
    assertThat(answer.getContent()).isEqualTo("{}");
    assertThat(answer.getContentType()).isEqualTo("application/json");
  }

  @Test
  void whoever_does_not_answer_is_left() throws IOException {
    URL url = answeredBy(exchange -> hang());
    assertThatThrownBy(() -> new ProviderRequests(SHORT).retrieveResource(url))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no whole answer");
  }

  @Test
  void whoever_begins_to_answer_and_does_not_end_is_left() throws IOException {
    URL url =
        answeredBy(
            exchange -> {
              exchange.sendResponseHeaders(200, 1000);
              exchange.getResponseBody().write('{');
              exchange.getResponseBody().flush();
              hang();
            });
    assertThatThrownBy(() -> new ProviderRequests(SHORT).retrieveResource(url))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no whole answer");
  }

  @Test
  void an_answer_that_is_too_long_is_not_read_to_its_end() throws IOException {
    URL longest =
        answeredBy(exchange -> answer(exchange, 200, "x".repeat(ProviderRequests.MOST_BYTES)));
    assertThat(new ProviderRequests(LONG).retrieveResource(longest).getContent())
        .hasSize(ProviderRequests.MOST_BYTES);
    URL endless =
        answeredBy(
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              try (OutputStream body = exchange.getResponseBody()) {
                for (int i = 0; i <= ProviderRequests.MOST_BYTES; i++) {
                  body.write('x');
                }
                body.flush();
                hang();
              }
            });
    assertThatThrownBy(() -> new ProviderRequests(LONG).retrieveResource(endless))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("longer than 65536 bytes");
  }

  @Test
  void a_refusal_and_a_redirection_are_no_answer() throws IOException {
    URL refusal = answeredBy(exchange -> answer(exchange, 404, "{}"));
    assertThatThrownBy(() -> new ProviderRequests(LONG).retrieveResource(refusal))
        .hasMessageContaining("status 404");
    URL elsewhere =
        answeredBy(
            exchange -> {
              exchange.getResponseHeaders().set("Location", refusal.toString());
              answer(exchange, 302, "{}");
            });
    assertThatThrownBy(() -> new ProviderRequests(LONG).retrieveResource(elsewhere))
        .hasMessageContaining("status 302");
  }

  @Test
  void nobody_at_the_address_is_an_ordinary_failure() throws IOException {
    URL url = answeredBy(exchange -> answer(exchange, 200, "{}"));
    server.stop(0);
    assertThatThrownBy(() -> new ProviderRequests(LONG).retrieveResource(url))
        .isInstanceOf(IOException.class);
  }

  private URL answeredBy(HttpHandler handler) throws IOException {
    String path = "/" + handler.hashCode();
    server.createContext(path, handler);
    return URI.create("http://localhost:" + server.getAddress().getPort() + path).toURL();
  }

  private void hang() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
