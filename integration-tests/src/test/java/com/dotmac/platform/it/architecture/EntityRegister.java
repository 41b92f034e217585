package com.dotmac.platform.it.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import jakarta.persistence.Entity;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * S4: every entity on the class path is registered. For one that is not, nothing is checked:
 * whether it has a table shows when a customer needs it.
 */
final class EntityRegister {
  private EntityRegister() {}

  /** Entities among these classes that are not registered, and registered ones that are none. */
  static List<String> differences(JavaClasses classes, Collection<Class<?>> registered) {
    List<String> found =
        classes.stream()
            .filter(type -> type.isAnnotatedWith(Entity.class))
            .map(JavaClass::getName)
            .sorted()
            .toList();
    List<String> names = registered.stream().map(Class::getName).sorted().toList();
    return Stream.concat(
            found.stream()
                .filter(name -> !names.contains(name))
                .map("Entity %s is not registered: add it to EntityClasses.ALL."::formatted),
            names.stream()
                .filter(name -> !found.contains(name))
                .map(
                    "Class %s is registered and is no entity on the class path: take it off EntityClasses.ALL."
                        ::formatted))
        .toList();
  }
}
