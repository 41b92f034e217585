package com.dotmac.platform.it.architecture.samples.a4.domain;

import jakarta.ws.rs.core.Response;

/** Decides with an HTTP status. */
final class SpeaksHttp {
  Response refuse() {
    return Response.status(409).build();
  }
}
