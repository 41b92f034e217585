package com.dotmac.platform.app.schema;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * {@code /schema} on the admin port: what the application found of its database, for people.
 * Answers also when the database does not. Needs no script, and everything from the database is
 * escaped by the template.
 */
final class SchemaPage extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private static final Duration FRESH = Duration.ofSeconds(5);

  private final transient SchemaWatch watch;
  private final transient SchemaSettings settings;
  private final transient Mustache template =
      new DefaultMustacheFactory("com/dotmac/platform/app/schema").compile("page.mustache");

  /** The page of the database that is watched. */
  SchemaPage(SchemaWatch watch, SchemaSettings settings) {
    this.watch = watch;
    this.settings = settings;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/html");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader("Cache-Control", "no-store");
    response.setHeader(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'");
    response.setHeader("X-Content-Type-Options", "nosniff");
    Writer writer =
        template.execute(response.getWriter(), PageModel.of(watch.latest(FRESH), settings));
    writer.flush();
  }
}
