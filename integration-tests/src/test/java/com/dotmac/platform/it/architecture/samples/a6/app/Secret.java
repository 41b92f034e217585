package com.dotmac.platform.it.architecture.samples.a6.app;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Should not be seen outside. */
@Entity
public class Secret {
  @Id long id;
}
