package com.dotmac.platform.app.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Collectors;

/** Says of each kind of problem what its caller can do about it. */
public final class ProblemGuide {

  private static final String RESOURCE = "problems.properties";
  private static final Properties REMEDIES = read();

  private ProblemGuide() {}

  /**
   * What a caller does about a problem.
   *
   * @throws IllegalStateException if nobody has written it
   */
  public static String remedy(ProblemCode code) {
    String remedy = REMEDIES.getProperty(code.slug());
    if (remedy == null) {
      throw new IllegalStateException(RESOURCE + " does not tell of " + code.slug());
    }
    return remedy;
  }

  /** The page with all problems, {@code docs/problems.md}. */
  public static String document() {
    return Arrays.stream(ProblemCode.values())
        .map(
            code ->
                "| <a id=\"%s\"></a>`%s` | %d | %s | %s |\n"
                    .formatted(code.slug(), code.slug(), code.status(), code.title(), remedy(code)))
        .collect(
            Collectors.joining(
                "",
                """
                # Problems

                Every refusal of the API is a problem detail (RFC 9457), see [api.md](api.md). Its `type` is `/problems/` and its
                `code`; the application serves a page there. A code never changes its meaning. `make golden` writes this page.

                | code | status | title | what to do |
                |---|---|---|---|
                """,
                ""));
  }

  private static Properties read() {
    try (InputStream resource = ProblemGuide.class.getResourceAsStream(RESOURCE)) {
      if (resource == null) {
        throw new IllegalStateException("The resource " + RESOURCE + " is missing from this build");
      }
      Properties remedies = new Properties();
      Reader reader = new InputStreamReader(resource, StandardCharsets.UTF_8);
      remedies.load(reader);
      return remedies;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
