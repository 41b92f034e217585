package com.dotmac.platform.app.configuration;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.configuration.ConfigurationFactoryFactory;
import io.dropwizard.configuration.ConfigurationSourceProvider;
import io.dropwizard.configuration.FileConfigurationSourceProvider;
import io.dropwizard.configuration.ResourceConfigurationSourceProvider;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.configuration.YamlConfigurationFactory;
import io.dropwizard.core.Configuration;
import io.dropwizard.jackson.Jackson;
import java.io.IOException;
import java.util.Map;
import org.apache.commons.text.StringSubstitutor;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings from the file that the command line names, or from the packaged file when it names
 * none; both may refer to the environment as <code>${NAME:-default}</code>.
 *
 * <p>A value is escaped as the inside of a double-quoted YAML text, so that a password may hold any
 * character.
 */
public final class ConfigurationSource {

  private final String packaged;
  private final StringSubstitutor substitutor;

  /**
   * Settings with a default.
   *
   * @param packaged resource to read when no file is named
   * @param environment environment variables
   */
  public ConfigurationSource(String packaged, Map<String, String> environment) {
    this.packaged = packaged;
    substitutor =
        new StringSubstitutor(name -> escaped(environment.get(name)))
            .setEnableUndefinedVariableException(true)
            // A password that happens to contain ${ is a password and not a template.
            .setDisableSubstitutionInValues(true);
  }

  /** Reads files, with the environment put in. */
  public ConfigurationSourceProvider files() {
    return new SubstitutingSourceProvider(new FileConfigurationSourceProvider(), substitutor);
  }

  /**
   * Builds a configuration; without a file from the packaged one. Reads it with a mapper of its
   * own: that of the API trims texts and wants them in quotes, and a password is nobody's to trim.
   *
   * @param <T> kind of configuration
   */
  public <T extends Configuration> ConfigurationFactoryFactory<T> factory() {
    return (type, validator, ofTheApi, prefix) ->
        new YamlConfigurationFactory<>(type, validator, Jackson.newObjectMapper(), prefix) {
          @Override
          public T build() throws IOException, ConfigurationException {
            return build(
                new SubstitutingSourceProvider(
                    new ResourceConfigurationSourceProvider(), substitutor),
                packaged);
          }
        };
  }

  /** An empty variable counts as unset. */
  private static @Nullable String escaped(@Nullable String value) {
    return value == null || value.isEmpty()
        ? null
        : new String(JsonStringEncoder.getInstance().quoteAsString(value));
  }
}
