package com.dotmac.platform.it.architecture.samples.a5.app;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Answers a path and is not called a resource. */
@Path("/stray")
final class Stray {
  @GET
  String read() {
    return "";
  }
}
