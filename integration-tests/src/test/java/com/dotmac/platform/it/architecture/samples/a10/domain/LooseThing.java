package com.dotmac.platform.it.architecture.samples.a10.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** Can be set from everywhere, loads its parent always, and counts no change. */
@Entity
public class LooseThing {
  @Id long id;

  @ManyToOne @Nullable LooseThing parent;

  /** Sets. */
  public void setParent(@Nullable LooseThing parent) {
    this.parent = parent;
  }
}
