package com.dotmac.platform.app.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dotmac.platform.app.PlatformApplication;
import com.dotmac.platform.app.PlatformConfiguration;
import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.jersey.validation.Validators;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigurationSourceTest {

  @Test
  void without_a_file_and_an_environment_the_app_looks_for_a_local_database_as_the_app_role()
      throws Exception {
    DataSourceFactory database = packaged(Map.of());
    assertThat(database.getUrl()).isEqualTo("jdbc:postgresql://localhost:5432/dotmac");
    assertThat(database.getUser()).isEqualTo("dotmac_app");
  }

  @Test
  void the_environment_goes_before_the_defaults() throws Exception {
    DataSourceFactory database =
        packaged(
            Map.of(
                "DATABASE_URL", "jdbc:postgresql://db/other",
                "DATABASE_USER", "somebody",
                "DATABASE_PASSWORD", "secret"));
    assertThat(database.getUrl()).isEqualTo("jdbc:postgresql://db/other");
    assertThat(database.getUser()).isEqualTo("somebody");
    assertThat(database.getPassword()).isEqualTo("secret");
  }

  @Test
  void credentials_in_the_address_go_before_those_beside_it() throws Exception {
    DataSourceFactory database =
        packaged(
            Map.of("DATABASE_URL", "postgres://ada:pw@db/dotmac", "DATABASE_USER", "somebody"));
    assertThat(database.getUrl()).isEqualTo("jdbc:postgresql://db/dotmac");
    assertThat(database.getUser()).isEqualTo("ada");
    assertThat(database.getPassword()).isEqualTo("pw");
  }

  @Test
  void a_password_may_hold_what_yaml_finds_special() throws Exception {
    String password = "a\"b\\c: #d'e\t{f}${HOME} ";
    assertThat(packaged(Map.of("DATABASE_PASSWORD", password)).getPassword()).isEqualTo(password);
  }

  @Test
  void an_empty_variable_counts_as_unset() throws Exception {
    assertThat(packaged(Map.of("DATABASE_USER", "")).getUser()).isEqualTo("dotmac_app");
  }

  @Test
  void secrets_are_sealed_only_where_the_environment_has_a_key() throws Exception {
    String key = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    assertThat(built(Map.of()).getSealing().seals().isConfigured()).isFalse();
    assertThat(
            built(Map.of("SEALING_KEYS", " " + key + ", " + key.replace('M', 'N')))
                .getSealing()
                .seals()
                .isConfigured())
        .isTrue();
  }

  @Test
  void a_sealing_key_that_is_none_is_refused_without_being_repeated() {
    for (String wrong : new String[] {"dG9vIHNob3J0IGZvciBhIGtleQ==", "hunter2!hunter2!"}) {
      assertThatThrownBy(() -> built(Map.of("SEALING_KEYS", wrong)))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("256 bits")
          .hasMessageNotContaining(wrong);
    }
  }

  private static DataSourceFactory packaged(Map<String, String> environment)
      throws IOException, ConfigurationException {
    return built(environment).getDatabase();
  }

  private static PlatformConfiguration built(Map<String, String> environment)
      throws IOException, ConfigurationException {
    return new ConfigurationSource("app.yml", environment)
        .<PlatformConfiguration>factory()
        .create(
            PlatformConfiguration.class,
            Validators.newValidator(),
            new Bootstrap<>(new PlatformApplication()).getObjectMapper(),
            "dw")
        .build();
  }
}
