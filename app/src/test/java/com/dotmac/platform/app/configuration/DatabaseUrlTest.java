package com.dotmac.platform.app.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DatabaseUrlTest {

  @Test
  void a_jdbc_address_is_taken_as_it_is() {
    assertThat(DatabaseUrl.parse("jdbc:postgresql://db:5433/dotmac?ssl=true"))
        .isEqualTo(new DatabaseUrl("jdbc:postgresql://db:5433/dotmac?ssl=true", null, null));
  }

  @Test
  void the_form_of_hosting_providers_is_taken_apart() {
    assertThat(DatabaseUrl.parse("postgres://app:s%40crt+1@db.example:5433/dotmac?sslmode=require"))
        .isEqualTo(
            new DatabaseUrl(
                "jdbc:postgresql://db.example:5433/dotmac?sslmode=require", "app", "s@crt+1"));
    assertThat(DatabaseUrl.parse("postgresql://app@[::1]/dotmac"))
        .isEqualTo(new DatabaseUrl("jdbc:postgresql://[::1]/dotmac", "app", null));
    assertThat(DatabaseUrl.parse("postgres://a:b@one:1,two:2/dotmac"))
        .isEqualTo(new DatabaseUrl("jdbc:postgresql://one:1,two:2/dotmac", "a", "b"));
  }

  @Test
  void an_address_of_another_kind_is_refused_without_repeating_it() {
    assertThatThrownBy(() -> DatabaseUrl.parse("mysql://root:secret@db/dotmac"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("jdbc:postgresql:")
        .hasMessageNotContaining("secret");
    assertThatThrownBy(() -> DatabaseUrl.parse("postgres://root:sec ret@db/dotmac"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("sec ret");
    assertThatThrownBy(() -> DatabaseUrl.parse("postgres:///dotmac"))
        .hasMessageContaining("no host");
  }

  @Test
  void an_address_that_is_printed_shows_no_password() {
    assertThat(DatabaseUrl.parse("postgres://app:secret@db/dotmac").toString())
        .doesNotContain("secret");
  }
}
