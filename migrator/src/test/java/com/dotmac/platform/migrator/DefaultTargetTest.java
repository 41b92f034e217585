package com.dotmac.platform.migrator;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.migrator.target.DefaultTarget;
import com.dotmac.platform.migrator.target.Target;
import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The constants of the short answer and the packaged configuration name the same database. */
class DefaultTargetTest {

  static Stream<Map<String, String>> environments() {
    return Stream.of(
        Map.of(),
        Map.of("DATABASE_URL", "", "DATABASE_USER", "", "DATABASE_PASSWORD", ""),
        Map.of("DATABASE_URL", "jdbc:postgresql://db.example:6000/billing"),
        Map.of("DATABASE_URL", "postgres://some:secret@db.example/billing?sslmode=require"),
        Map.of("DATABASE_USER", "deploy", "DATABASE_PASSWORD", " ${HOME} $${x} \\ ' \" : "));
  }

  @ParameterizedTest
  @MethodSource("environments")
  void they_agree_in_every_environment(Map<String, String> environment)
      throws IOException, ConfigurationException {
    Target configured = configured(environment);

    assertThat(DefaultTarget.of(environment)).isEqualTo(configured);
  }

  @Test
  void an_override_on_the_command_line_of_java_is_noticed() {
    assertThat(DefaultTarget.isPlain()).isTrue();
    System.setProperty("dw.database.user", "another");
    try {
      assertThat(DefaultTarget.isPlain()).isFalse();
    } finally {
      System.clearProperty("dw.database.user");
    }
  }

  private static Target configured(Map<String, String> environment)
      throws IOException, ConfigurationException {
    Bootstrap<MigratorConfiguration> bootstrap = new Bootstrap<>(new Nothing());
    return new PackagedDefaults(
            environment,
            bootstrap.getValidatorFactory().getValidator(),
            bootstrap.getObjectMapper())
        .build()
        .target();
  }

  private static final class Nothing extends Application<MigratorConfiguration> {
    @Override
    public void run(MigratorConfiguration configuration, Environment environment) {
      // Only lends its parts.
    }
  }
}
