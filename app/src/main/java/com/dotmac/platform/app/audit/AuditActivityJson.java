package com.dotmac.platform.app.audit;

import com.dotmac.platform.domain.audit.AuditActivity;
import com.dotmac.platform.domain.tenancy.Actor;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An act on the wire. */
final class AuditActivityJson {

  private AuditActivityJson() {}

  /** Who acted. */
  record ActorView(Actor.Kind kind, @Nullable UUID id, String name) {}

  /** An act as callers see it. */
  record View(
      UUID id,
      Instant occurredAt,
      ActorView actor,
      String action,
      String resourceKind,
      UUID resourceId,
      @Nullable String reason,
      @Nullable String requestId,
      @Nullable Map<String, @Nullable Object> before,
      @Nullable Map<String, @Nullable Object> after) {

    static View of(AuditActivity activity) {
      Actor actor = activity.actor();
      return new View(
          activity.id(),
          activity.occurredAt(),
          new ActorView(actor.kind(), actor.id(), actor.name()),
          activity.action(),
          activity.resourceKind(),
          activity.resourceId(),
          activity.reason(),
          activity.requestId(),
          activity.before(),
          activity.after());
    }
  }
}
