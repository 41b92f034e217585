package com.dotmac.platform.app.auth.openid;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks a provider for something, and neither waits nor reads for ever: an answer must be there
 * whole, from the first try to connect to its last byte, within a fixed time. The retriever of the
 * library bounds each read only, so that a provider which sends a byte now and then holds its
 * caller for hours. Follows no redirection: where a provider is, the operator says.
 */
final class ProviderRequests implements ResourceRetriever {

  /** How long a provider may take to answer. */
  static final Duration PATIENCE = Duration.ofSeconds(3);

  /** Bytes of an answer: a JWK set of ten keys has some twenty thousand. */
  static final int MOST_BYTES = 64 * 1024;

  private final Duration patience;
  private final HttpClient http;

  /**
   * Requests that nobody has to wait for longer.
   *
   * @param patience how long an answer may take
   */
  ProviderRequests(Duration patience) {
    this.patience = patience;
    http =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience)
            .build();
  }

  @Override
  public Resource retrieveResource(URL url) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(address(url)).header("Accept", "application/json").build();
    CompletableFuture<HttpResponse<byte[]>> asked =
        http.sendAsync(request, answer -> new BoundedBody(MOST_BYTES));
    try {
      HttpResponse<byte[]> answer = asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (answer.statusCode() != 200) {
        throw new IOException("the answer has status " + answer.statusCode());
      }
      return new Resource(
          new String(answer.body(), StandardCharsets.UTF_8),
          answer.headers().firstValue("Content-Type").orElse(null));
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (TimeoutException e) {
      throw new IOException("there is no whole answer after " + patience.toMillis() + " ms", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the server stops", e);
    } finally {
      asked.cancel(true);
    }
  }

  private static URI address(URL url) throws IOException {
    try {
      return url.toURI();
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }
}
