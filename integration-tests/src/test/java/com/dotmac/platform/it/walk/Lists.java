package com.dotmac.platform.it.walk;

import com.dotmac.platform.it.openapi.Description;
import com.dotmac.platform.it.openapi.Description.Operation;

/** Tells which operations answer with a page of a list. */
final class Lists {
  private Lists() {}

  /** Whether the operation answers with a page. */
  static boolean isList(Description description, Operation operation) {
    return description
        .resolved(operation.declared().at("/responses/200/content/application~1json/schema"))
        .path("properties")
        .has("nextCursor");
  }
}
