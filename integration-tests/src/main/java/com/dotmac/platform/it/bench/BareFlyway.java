package com.dotmac.platform.it.bench;

/**
 * The least program that migrates with Flyway's core. Flyway is no dependency of ours, so it is
 * called by reflection: five calls, which cost nothing that shows.
 *
 * <pre>
 *   BareFlyway URL USER PASSWORD FOLDER
 * </pre>
 */
public final class BareFlyway {
  private BareFlyway() {}

  /** Migrates. */
  public static void main(String[] args) throws ReflectiveOperationException {
    Object configuration =
        Class.forName("org.flywaydb.core.Flyway").getMethod("configure").invoke(null);
    call(configuration, "dataSource", String.class, args[0], args[1], args[2]);
    configuration
        .getClass()
        .getMethod("locations", String[].class)
        .invoke(configuration, (Object) new String[] {"filesystem:" + args[3]});
    Object flyway = configuration.getClass().getMethod("load").invoke(configuration);
    flyway.getClass().getMethod("migrate").invoke(flyway);
  }

  private static void call(Object on, String method, Class<?> type, Object... values)
      throws ReflectiveOperationException {
    on.getClass().getMethod(method, type, type, type).invoke(on, values);
  }
}
