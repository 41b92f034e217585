package com.dotmac.platform.migrator.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.outcome.Refusal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

  @Test
  void a_jdbc_address_is_taken_as_it_is() {
    Target target = parse("jdbc:postgresql://db.example:6432/billing?sslmode=require");

    assertThat(target.url()).isEqualTo("jdbc:postgresql://db.example:6432/billing?sslmode=require");
    assertThat(target.describe()).isEqualTo("database billing at db.example:6432");
    assertThat(target.user()).isEqualTo("someone");
    assertThat(target.password()).isEqualTo("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgres", "postgresql"})
  void an_address_of_a_hosting_platform_becomes_one_of_jdbc(String scheme) {
    Target target = parse(scheme + "://anna:p%40ss%2Fw+rd@db.example:6432/billing?sslmode=require");

    assertThat(target.url()).isEqualTo("jdbc:postgresql://db.example:6432/billing?sslmode=require");
    assertThat(target.user()).isEqualTo("anna");
    assertThat(target.password()).isEqualTo("p@ss/w+rd");
  }

  @Test
  void an_address_without_a_port_means_the_usual_one() {
    assertThat(parse("postgres://anna@db.example/billing").describe())
        .isEqualTo("database billing at db.example:5432");
  }

  @Test
  void credentials_in_the_address_win_over_those_beside_it() {
    assertThat(parse("postgres://anna:other@h/d").password()).isEqualTo("other");
    assertThat(parse("jdbc:postgresql://h/d?user=anna&password=other").user()).isEqualTo("anna");
    assertThat(parse("postgres://anna@h/d").password()).isEqualTo("secret");
  }

  @Test
  void the_first_of_several_hosts_names_the_target() {
    assertThat(parse("jdbc:postgresql://one:1,two:2/d").describe())
        .isEqualTo("database d at one:1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mysql://anna:hidden@h/d",
        "jdbc:h2:mem:hidden",
        "postgres://anna:hid den@h/d",
        "postgres:///d",
        "jdbc:postgresql://h:hidden/d"
      })
  void anything_else_is_refused_without_being_repeated(String url) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> parse(url))
        .satisfies(
            refusal -> {
              assertThat(refusal.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
              assertThat(refusal.text()).contains("DATABASE_URL").doesNotContain("hid");
            });
  }

  @Test
  void a_target_never_shows_its_password() {
    assertThat(parse("postgres://anna:hidden@h/d").toString())
        .contains("anna")
        .doesNotContain("hidden");
  }

  @Test
  void a_server_older_than_the_changes_need_is_refused() {
    Target target = parse("postgres://h/d");

    Connector.refuseOldServer(target, 15, "15.0");
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> Connector.refuseOldServer(target, 14, "14.12"))
        .satisfies(
            refusal -> {
              assertThat(refusal.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
              assertThat(refusal.text()).contains("14.12").contains("15 or newer");
            });
  }

  private static Target parse(String url) {
    return DatabaseUrl.parse(url, "someone", "secret", Map.of());
  }
}
