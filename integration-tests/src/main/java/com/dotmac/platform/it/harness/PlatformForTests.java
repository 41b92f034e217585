package com.dotmac.platform.it.harness;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts one platform for all tests marked {@link NeedsPlatform} and stops it after the last. */
final class PlatformForTests implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(PlatformForTests.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == RunningPlatform.class || type == TestDatabase.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Shared shared =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(Shared.class, asked -> new Shared(), Shared.class);
    return parameter.getParameter().getType() == TestDatabase.class
        ? shared.database
        : shared.platform;
  }

  /** The platform and its database. */
  private static final class Shared implements AutoCloseable {
    private final TestDatabase database = MigratedPostgres.migratedDatabase();
    private final RunningPlatform platform = RunningPlatform.on(database);

    @Override
    public void close() {
      platform.close();
      database.close();
    }
  }
}
