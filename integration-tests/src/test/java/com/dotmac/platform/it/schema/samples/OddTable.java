package com.dotmac.platform.it.schema.samples;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Maps a table that nobody made. */
@Entity
@Table(name = "odd")
public class OddTable {
  @Id
  @Column(nullable = false)
  UUID id;

  /** For Hibernate. */
  protected OddTable() {}
}
