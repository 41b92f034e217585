package com.dotmac.platform.migrator.changelog;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import liquibase.Scope;
import liquibase.configuration.ConfigurationValueProvider;
import liquibase.configuration.LiquibaseConfiguration;
import liquibase.configuration.core.EnvironmentValueProvider;
import liquibase.configuration.core.SystemPropertyValueProvider;

/**
 * Where Liquibase looks for its settings. It asks the environment and the properties of Java anew
 * for every setting at every use, and goes through all of both each time: for a change that is
 * hundreds of times. Where neither has a word for Liquibase, they are not asked.
 */
final class Settings {
  private static final String NAME = "liquibase";

  private Settings() {}

  /** Call it inside {@link QuietLiquibase}. */
  static void leaveOutUnused() {
    LiquibaseConfiguration configuration =
        Scope.getCurrentScope().getSingleton(LiquibaseConfiguration.class);
    for (ConfigurationValueProvider source : List.copyOf(configuration.getProviders())) {
      boolean unused =
          (source instanceof EnvironmentValueProvider && !named(System.getenv().keySet()))
              || (source instanceof SystemPropertyValueProvider
                  && !named(System.getProperties().stringPropertyNames()));
      if (unused) {
        configuration.unregisterProvider(source);
      }
    }
  }

  private static boolean named(Set<String> names) {
    for (String name : names) {
      // Of the properties this one is ours; Liquibase reads it by itself.
      if (name.toLowerCase(Locale.ROOT).startsWith(NAME)
          && !name.equals(QuietLiquibase.HOST_DESCRIPTION)) {
        return true;
      }
    }
    return false;
  }
}
