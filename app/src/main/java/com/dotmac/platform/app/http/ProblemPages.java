package com.dotmac.platform.app.http;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page for each kind of problem, at the address that its {@code type} says. Open to all: it holds
 * nothing of any tenant.
 */
final class ProblemPages extends HttpServlet {

  /** Where the pages live. */
  static final String ROOT = "/problems";

  private static final long serialVersionUID = 1L;

  private final transient Mustache template =
      new DefaultMustacheFactory("com/dotmac/platform/app/http").compile("problem.mustache");

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<ProblemCode> found = find(request.getPathInfo());
    if (found.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    ProblemCode code = found.get();
    response.setContentType("text/html");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    Writer page =
        template.execute(
            response.getWriter(),
            Map.of(
                "code", code.slug(),
                "status", code.status(),
                "title", code.title(),
                "remedy", ProblemGuide.remedy(code)));
    page.flush();
  }

  private static Optional<ProblemCode> find(@Nullable String path) {
    return Arrays.stream(ProblemCode.values())
        .filter(code -> ("/" + code.slug()).equals(path))
        .findFirst();
  }
}
