package com.dotmac.platform.it.harness;

import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands databases to tests marked {@link NeedsDatabase} and drops each when whoever asked for it
 * has ended, also when he failed.
 */
final class DatabaseForTests implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(DatabaseForTests.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestDatabase.class;
  }

  @Override
  public TestDatabase resolveParameter(ParameterContext parameter, ExtensionContext context) {
    if (parameter.isAnnotated(Empty.class)) {
      return heldBy(context, parameter, MigratedPostgres::emptyDatabase);
    }
    if (parameter.isAnnotated(Own.class)) {
      return heldBy(context, parameter, MigratedPostgres::migratedDatabase);
    }
    return heldBy(outermostClass(context), TestDatabase.class, MigratedPostgres::migratedDatabase);
  }

  private static TestDatabase heldBy(
      ExtensionContext context, Object key, Supplier<TestDatabase> maker) {
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(key, asked -> maker.get(), TestDatabase.class);
  }

  private static ExtensionContext outermostClass(ExtensionContext context) {
    return context
        .getParent()
        .filter(parent -> parent.getTestClass().isPresent())
        .map(DatabaseForTests::outermostClass)
        .orElse(context);
  }
}
