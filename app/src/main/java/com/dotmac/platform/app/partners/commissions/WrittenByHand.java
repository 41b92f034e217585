package com.dotmac.platform.app.partners.commissions;

import com.dotmac.platform.app.http.EntityTags;
import com.dotmac.platform.domain.partners.commissions.CommissionEvent;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Answers who wrote a line by hand. */
final class WrittenByHand {

  private WrittenByHand() {}

  /** The line, with its address. */
  static Response answer(CommissionEvent event, UriInfo uri) {
    return Response.created(
            uri.getBaseUriBuilder()
                .path(CommissionEventResource.class)
                .path(event.id().toString())
                .build())
        .tag(EntityTags.of(event.version()))
        .entity(CommissionEventJson.View.of(event))
        .build();
  }
}
