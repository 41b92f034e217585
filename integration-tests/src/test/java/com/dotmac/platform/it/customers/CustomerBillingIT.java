package com.dotmac.platform.it.customers;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.fixtures.ACustomer;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import java.util.Map;
import org.junit.jupiter.api.Test;

@NeedsPlatform
class CustomerBillingIT {
  private static final Map<String, String> ADDRESS =
      Map.of("line1", "Torvet 1", "city", "Odense", "postalCode", "5000", "country", "DK");

  private final ApiClient api;

  CustomerBillingIT(RunningPlatform platform) {
    api = ATenant.of(platform).api();
  }

  @Test
  void a_customer_is_billed_as_he_wishes() {
    ApiAnswer customer =
        ACustomer.any()
            .with("billingAddress", ADDRESS)
            .with("currency", "DKK")
            .with("taxId", " DK12345678 ")
            .with("taxExempt", true)
            .createdBy(api);
    assertThat(customer.json().at("/billingAddress/city").asText()).isEqualTo("Odense");
    assertThat(customer.json().at("/billingAddress/region").isNull()).isTrue();
    assertThat(customer.text("currency")).isEqualTo("DKK");
    assertThat(customer.text("taxId")).isEqualTo("DK12345678");
    assertThat(customer.json().path("taxExempt").asBoolean()).isTrue();
    assertThat(api.get(ACustomer.path(customer)).json()).isEqualTo(customer.json());
  }

  @Test
  void who_says_nothing_is_taxed_and_billed_in_the_currency_of_the_tenant() {
    ApiAnswer customer = ACustomer.any().createdBy(api);
    assertThat(customer.json().path("billingAddress").isNull()).isTrue();
    assertThat(customer.json().path("currency").isNull()).isTrue();
    assertThat(customer.json().path("taxId").isNull()).isTrue();
    assertThat(customer.json().path("taxExempt").asBoolean(true)).isFalse();
  }

  @Test
  void a_patch_of_an_address_is_merged_part_by_part() {
    ApiAnswer customer = ACustomer.any().with("billingAddress", ADDRESS).createdBy(api);
    ApiAnswer moved =
        change(customer, "{\"billingAddress\": {\"line1\": \"Kajen 2\", \"postalCode\": null}}");
    assertThat(moved.json().at("/billingAddress/line1").asText()).isEqualTo("Kajen 2");
    assertThat(moved.json().at("/billingAddress/postalCode").isNull()).isTrue();
    assertThat(moved.json().at("/billingAddress/city").asText()).isEqualTo("Odense");
    assertThat(change(moved, "{\"name\": \"Nord\"}").json().path("billingAddress"))
        .isEqualTo(moved.json().path("billingAddress"));
  }

  @Test
  void null_removes_an_address_and_a_currency() {
    ApiAnswer customer =
        ACustomer.any().with("billingAddress", ADDRESS).with("currency", "DKK").createdBy(api);
    ApiAnswer changed = change(customer, "{\"billingAddress\": null, \"currency\": null}");
    assertThat(changed.json().path("billingAddress").isNull()).isTrue();
    assertThat(changed.json().path("currency").isNull()).isTrue();
    assertThat(change(changed, "{\"taxExempt\": null}").faults()).containsExactly("/taxExempt");
  }

  @Test
  void wrong_fields_are_refused_each_with_its_place() {
    ApiAnswer wrong =
        ACustomer.any()
            .with("billingAddress", Map.of("country", "dk", "line1", "x".repeat(256)))
            .with("currency", "XAU")
            .with("taxId", "")
            .postedBy(api);
    assertThat(wrong.faults())
        .containsExactlyInAnyOrder(
            "/billingAddress/country", "/billingAddress/line1", "/currency", "/taxId");
    ApiAnswer customer = ACustomer.any().createdBy(api);
    assertThat(change(customer, "{\"billingAddress\": {\"country\": \"dk\"}}").faults())
        .containsExactly("/billingAddress/country");
    assertThat(change(customer, "{\"billingAddress\": {\"street\": \"x\"}}").faults())
        .containsExactly("/billingAddress/street");
  }

  private ApiAnswer change(ApiAnswer customer, String body) {
    return api.ifMatch(customer.etag()).patch(ACustomer.path(customer), body);
  }
}
