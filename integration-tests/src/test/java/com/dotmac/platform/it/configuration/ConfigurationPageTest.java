package com.dotmac.platform.it.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.app.PlatformConfiguration;
import com.fasterxml.jackson.databind.JsonNode;
import io.dropwizard.jackson.Jackson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of the settings is fresh, whole and true. */
class ConfigurationPageTest {
  private static final Path REPOSITORY = Path.of("..");

  private final List<Setting> app = ConfigurationPage.app(REPOSITORY);
  private final List<Setting> migrator = ConfigurationPage.migrator(REPOSITORY);

  @Test
  void the_page_is_what_the_code_says() throws IOException {
    assertThat(Files.readString(REPOSITORY.resolve("docs/configuration.md")))
        .as("out of date; run: make golden")
        .isEqualTo(ConfigurationPage.of(REPOSITORY));
  }

  @Test
  void every_setting_has_a_meaning_and_a_variable() {
    assertThat(SettingsRule.faults(app)).isEmpty();
    assertThat(SettingsRule.faults(migrator)).isEmpty();
  }

  @Test
  void every_key_of_ours_is_there() {
    assertThat(app)
        .filteredOn(Setting::ours)
        .extracting(Setting::key)
        .contains(
            "api.maxBodySize",
            "api.allowedOrigins",
            "rateLimit.requests",
            "rateLimit.per",
            "schema.onDrift",
            "logging.appenders.layout.format");
  }

  @Test
  void a_setting_that_nobody_explains_or_names_is_a_fault() {
    Setting silent = new Setting("api.silent", "API_SILENT", "1", "text", "", true);
    Setting unnamed = new Setting("api.unnamed", null, "1", "text", "Something.", true);
    assertThat(SettingsRule.faults(List.of(silent, unnamed)))
        .satisfiesExactly(
            fault -> assertThat(fault).startsWith("api.silent has no meaning"),
            fault -> assertThat(fault).startsWith("api.unnamed has no variable"));
  }

  @Test
  void the_list_of_what_has_no_variable_names_only_what_exists() {
    assertThat(Stream.concat(app.stream(), migrator.stream()).map(Setting::key))
        .containsAll(SettingsRule.SHAPE);
  }

  /** A file that leaves a key of ours out gets what the page says, too. */
  @Test
  void the_default_of_a_class_of_ours_is_that_of_the_packaged_file() {
    JsonNode bare = Jackson.newObjectMapper().valueToTree(new PlatformConfiguration());
    JsonNode packaged =
        Jackson.newObjectMapper()
            .valueToTree(ConfigurationPage.packaged("app.yml", PlatformConfiguration.class));
    for (String section : List.of("api", "rateLimit", "schema")) {
      assertThat(bare.path(section)).as(section).isEqualTo(packaged.path(section)).isNotEmpty();
    }
  }

  /** What other pages tell to set exists. */
  @Test
  void the_variables_that_pages_name_are_settings() throws IOException {
    Set<String> known =
        Stream.concat(app.stream(), migrator.stream())
            .flatMap(setting -> Stream.ofNullable(setting.variable()))
            .collect(Collectors.toCollection(HashSet::new));
    Pattern row = Pattern.compile("(?m)^\\| `([A-Z_]+)`(?:, `([A-Z_]+)`)? \\|");
    List<String> named =
        row.matcher(Files.readString(REPOSITORY.resolve("docs/deploy.md")))
            .results()
            .flatMap(found -> Stream.of(found.group(1), found.group(2)))
            .filter(name -> name != null)
            .toList();
    assertThat(named).contains("DATABASE_URL", "ADMIN_PORT").isSubsetOf(known);
  }
}
