package com.dotmac.platform.app.idempotency;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.domain.idempotency.RequestKey;
import com.dotmac.platform.domain.partners.PartnerSeat;
import com.dotmac.platform.domain.tenancy.Actor;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Notes the key of a POST and takes the fingerprint of its address and body, before a connection is
 * taken from the pool. Runs when the caller is known and may do what he asks for.
 *
 * @param route method and template of the address
 * @param required whether the request is refused without a key
 */
@Priority(Priorities.AUTHORIZATION + 1)
record IdempotencyFilter(String route, boolean required) implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    PendingRequest.take();
    Optional<String> key = KeyHeader.read(request.getHeaders().get(KeyHeader.NAME), required);
    if (key.isPresent()) {
      byte[] body = request.getEntityStream().readAllBytes();
      request.setEntityStream(new ByteArrayInputStream(body));
      Caller caller = (Caller) request.getSecurityContext().getUserPrincipal();
      String address = request.getUriInfo().getRequestUri().getRawPath();
      PendingRequest.put(
          new PendingRequest(
              caller.context(),
              new RequestKey(
                  credential(caller.actor()),
                  route(caller),
                  key.get(),
                  fingerprint(address, body))));
    }
  }

  /** The database shows a partner's requests to that partner, by how their route ends. */
  private String route(Caller caller) {
    PartnerSeat place = caller.place();
    return place == null ? route : route + " for " + place.partnerId();
  }

  private static String credential(Actor actor) {
    return actor.kind().code() + " " + actor.id();
  }

  private static String fingerprint(String address, byte[] body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(address.getBytes(StandardCharsets.UTF_8));
      // No address holds this byte, so no two requests run together into one text.
      digest.update((byte) 0);
      return HexFormat.of().formatHex(digest.digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
