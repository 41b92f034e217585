package com.dotmac.platform.it.walk;

import com.dotmac.platform.it.openapi.Description;
import com.dotmac.platform.it.openapi.Description.Operation;

/** Tells which operations answer with a page of a list that may have more. */
final class Lists {
  private Lists() {}

  /** Whether the operation answers with a page, and takes the cursor of the next. */
  static boolean isList(Description description, Operation operation) {
    return description
            .resolved(operation.declared().at("/responses/200/content/application~1json/schema"))
            .path("properties")
            .has("nextCursor")
        && operation.declared().path("parameters").toString().contains("\"cursor\"");
  }
}
