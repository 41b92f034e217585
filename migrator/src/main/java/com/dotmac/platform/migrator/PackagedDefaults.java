package com.dotmac.platform.migrator;

import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.outcome.Refusal;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.configuration.ResourceConfigurationSourceProvider;
import io.dropwizard.configuration.YamlConfigurationFactory;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.Map;
import org.apache.commons.text.StringSubstitutor;
import org.apache.commons.text.lookup.StringLookupFactory;

/**
 * Reads configuration files, and the packaged one when none is named, with {@code ${NAME:-default}}
 * replaced from the environment.
 *
 * <p>Values are replaced after the file is parsed, so a password with quotes or colons in it cannot
 * break the file or reach beyond its own field.
 */
final class PackagedDefaults extends YamlConfigurationFactory<MigratorConfiguration> {
  /** The repository's {@code config/migrator.yml}. */
  static final String RESOURCE = "com/dotmac/platform/migrator/migrator.yml";

  private final StringSubstitutor substitutor;

  /**
   * @param environment where names are looked up; an empty value counts as none
   */
  PackagedDefaults(Map<String, String> environment, Validator validator, ObjectMapper mapper) {
    super(
        MigratorConfiguration.class,
        validator,
        // A mistyped field is an error and not a silence.
        mapper.copy().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES),
        "dw");
    substitutor =
        new StringSubstitutor(
            StringLookupFactory.INSTANCE.functionStringLookup(
                name -> {
                  String value = environment.get(name);
                  return value == null || value.isEmpty() ? null : value;
                }));
    substitutor.setEnableUndefinedVariableException(true);
    // A password that happens to contain ${ is a password and not a template.
    substitutor.setDisableSubstitutionInValues(true);
  }

  @Override
  public MigratorConfiguration build() throws IOException, ConfigurationException {
    return build(new ResourceConfigurationSourceProvider(), RESOURCE);
  }

  @Override
  protected MigratorConfiguration build(JsonNode node, String path)
      throws IOException, ConfigurationException {
    return super.build(substituted(node, path), path);
  }

  private JsonNode substituted(JsonNode node, String path) {
    if (node instanceof TextNode text) {
      try {
        return TextNode.valueOf(substitutor.replace(text.asText()));
      } catch (IllegalArgumentException e) {
        throw undefined(text.asText(), path, e);
      }
    }
    if (node instanceof ObjectNode object) {
      object.properties().forEach(field -> field.setValue(substituted(field.getValue(), path)));
    }
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, substituted(array.get(i), path));
      }
    }
    return node;
  }

  private static Refusal undefined(String template, String path, Throwable cause) {
    return new Refusal(
        ExitCode.USAGE,
        "cannot read the configuration",
        path + " names a variable that is not set and has no default: " + template,
        "set the variable, or give it a default: ${NAME:-default}",
        cause);
  }
}
