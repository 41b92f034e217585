package com.dotmac.platform.it.architecture.samples.a7.app;

import jakarta.persistence.Persistence;
import java.util.Map;
import org.hibernate.SessionFactory;

/** Makes tables with what Hibernate offers at run time. */
final class ExportsTheMapping {
  void export(SessionFactory factory) {
    factory.getSchemaManager().exportMappedObjects(true);
  }

  void generate() {
    Persistence.generateSchema("unit", Map.of());
  }
}
