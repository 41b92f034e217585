package com.dotmac.platform.app.openapi;

import com.dotmac.platform.app.auth.OpenToAll;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/**
 * The description of the API and a page to browse it. What the page needs comes from here as well;
 * it asks no other server.
 */
@Path("/")
public final class OpenApiResource {
  /** The version of the webjar in the POM; another one there stops the application at start. */
  private static final String SWAGGER_UI = "/META-INF/resources/webjars/swagger-ui/5.34.1/";

  /** Swagger UI puts styles into elements; nothing else comes from anywhere but here. */
  private static final String ONLY_FROM_HERE =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private static final String SCRIPT = "text/javascript; charset=utf-8";

  private final PackagedFile description =
      new PackagedFile(
          "/com/dotmac/platform/app/openapi/openapi.json", "application/json; charset=utf-8");
  private final PackagedFile page =
      new PackagedFile("/com/dotmac/platform/app/openapi/page.html", "text/html; charset=utf-8");
  private final Map<String, PackagedFile> parts =
      Map.of(
          "start.js",
          new PackagedFile("/com/dotmac/platform/app/openapi/start.js", SCRIPT),
          "swagger-ui-bundle.js",
          new PackagedFile(SWAGGER_UI + "swagger-ui-bundle.js", SCRIPT),
          "swagger-ui.css",
          new PackagedFile(SWAGGER_UI + "swagger-ui.css", "text/css; charset=utf-8"),
          "favicon.png",
          new PackagedFile(SWAGGER_UI + "favicon-32x32.png", "image/png"));

  /** The description, in OpenAPI 3.1. */
  @GET
  @Path("/openapi.json")
  @OpenToAll
  public Response description(@Context Request request) {
    return description.answerTo(request).build();
  }

  /** The page. */
  @GET
  @Path("/docs")
  @OpenToAll
  public Response page(@Context Request request) {
    return page.answerTo(request).header("Content-Security-Policy", ONLY_FROM_HERE).build();
  }

  /** A part of the page. */
  @GET
  @Path("/docs/{part}")
  @OpenToAll
  public Response part(@Context Request request, @PathParam("part") String name) {
    PackagedFile part = parts.get(name);
    if (part == null) {
      throw new ProblemException(ProblemCode.NOT_FOUND, "There is nothing at this address.");
    }
    return part.answerTo(request).build();
  }
}
