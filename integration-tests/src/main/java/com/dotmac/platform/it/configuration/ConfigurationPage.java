package com.dotmac.platform.it.configuration;

import com.dotmac.platform.app.PlatformConfiguration;
import com.dotmac.platform.app.configuration.ConfigurationSource;
import com.dotmac.platform.it.openapi.Comments;
import com.dotmac.platform.migrator.MigratorConfiguration;
import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.core.Configuration;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** {@code docs/configuration.md}: every setting of the two packaged files. */
public final class ConfigurationPage {
  private static final String FRAME = "configuration.md";

  private ConfigurationPage() {}

  /**
   * The page.
   *
   * @param repository root of the repository, whose sources are read
   */
  public static String of(Path repository) {
    return frame()
        .replace("{{app}}", SettingsTables.of(app(repository)))
        .replace("{{migrator}}", SettingsTables.of(migrator(repository)));
  }

  static List<Setting> app(Path repository) {
    return SettingsFile.read(
        repository.resolve("config/app.yml"),
        packaged("app.yml", PlatformConfiguration.class),
        new Comments(repository));
  }

  static List<Setting> migrator(Path repository) {
    return SettingsFile.read(
        repository.resolve("config/migrator.yml"),
        packaged("com/dotmac/platform/migrator/migrator.yml", MigratorConfiguration.class),
        new Comments(repository));
  }

  /** The configuration of an environment without variables. */
  static <T extends Configuration> T packaged(String resource, Class<T> type) {
    try {
      return new ConfigurationSource(resource, Map.of())
          .<T>factory()
          .create(type, Validators.newValidator(), Jackson.newObjectMapper(), "settings-of-a-page")
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ConfigurationException e) {
      throw new IllegalStateException("The packaged settings are not valid", e);
    }
  }

  private static String frame() {
    try (InputStream frame = ConfigurationPage.class.getResourceAsStream(FRAME)) {
      return new String(
          Objects.requireNonNull(frame, FRAME).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
