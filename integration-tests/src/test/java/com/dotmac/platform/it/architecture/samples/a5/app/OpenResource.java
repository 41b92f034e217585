package com.dotmac.platform.it.architecture.samples.a5.app;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Asks for no permission. */
@Path("/open")
final class OpenResource {
  @GET
  String read() {
    return "";
  }
}
