package com.dotmac.platform.domain.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantDetailsTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "acme", "acme-2", "0-0"})
  void a_slug_is_a_dns_label(String slug) {
    assertThat(details(slug, "Acme").slug()).isEqualTo(slug);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-acme", "acme-", "Acme", "ac me", "acmé", "a.b"})
  void anything_else_is_refused_by_name(String slug) {
    assertThatThrownBy(() -> details(slug, "Acme"))
        .isInstanceOf(TenantException.InvalidSlug.class)
        .hasMessageContaining("'" + slug + "'");
  }

  @Test
  void a_slug_has_at_most_63_characters() {
    assertThat(details("a".repeat(63), "Acme")).isNotNull();
    assertThatThrownBy(() -> details("a".repeat(64), "Acme"))
        .isInstanceOf(TenantException.InvalidSlug.class);
  }

  @Test
  void a_tenant_has_a_name() {
    assertThatThrownBy(() -> details("acme", " ")).isInstanceOf(TenantException.InvalidName.class);
  }

  @Test
  void a_thread_that_is_bound_to_a_tenant_cannot_be_bound_to_another_by_oversight() {
    TenantScope scope = new TenantScope(UUID.randomUUID());
    CurrentTenant.bind(scope);
    try {
      assertThatThrownBy(() -> CurrentTenant.bind(scope)).isInstanceOf(IllegalStateException.class);
      assertThat(CurrentTenant.find()).contains(scope);
    } finally {
      CurrentTenant.release();
    }
    assertThat(CurrentTenant.find()).isEmpty();
  }

  @Test
  void an_instant_is_cut_to_what_the_database_keeps() {
    CallContext context =
        new CallContext(
            new TenantScope(UUID.randomUUID()),
            Actor.operator("ada"),
            Instant.parse("2026-01-01T00:00:00.123456789Z"),
            null,
            null);
    assertThat(context.at()).isEqualTo(Instant.parse("2026-01-01T00:00:00.123456Z"));
  }

  private static TenantDetails details(String slug, String name) {
    return new TenantDetails(slug, name, ZoneId.of("Europe/Berlin"), Currency.getInstance("EUR"));
  }
}
