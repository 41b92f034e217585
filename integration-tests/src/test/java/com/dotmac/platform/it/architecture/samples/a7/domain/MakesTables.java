package com.dotmac.platform.it.architecture.samples.a7.domain;

import org.hibernate.tool.schema.Action;

/** Lets Hibernate make tables. */
final class MakesTables {
  Action how() {
    return Action.CREATE;
  }
}
