package com.dotmac.platform.it.billing.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.fixtures.ACustomer;
import com.dotmac.platform.it.fixtures.APayment;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.AtOnce;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The ways in which customers pay. */
@NeedsPlatform
class PaymentMethodIT {
  private final ApiClient api;
  private final ApiAnswer customer;
  private final String path;

  PaymentMethodIT(RunningPlatform platform) {
    api = ATenant.of(platform).api();
    customer = ACustomer.any().createdBy(api);
    path = ACustomer.path(customer) + "/payment-methods";
  }

  @Test
  void a_method_is_kept_and_payments_name_it() {
    ApiAnswer method = add(Map.of("kind", "bank_transfer", "label", "Their bank"));
    assertThat(method.status()).isEqualTo(201);
    assertThat(method.text("provider")).isEqualTo("manual");
    assertThat(method.text("status")).isEqualTo("active");
    assertThat(api.get(path + "/" + method.id()).body()).isEqualTo(method.body());
    ApiAnswer payment = APayment.of(customer, 100).by(method).takenBy(api);
    assertThat(payment.text("kind")).isEqualTo("bank_transfer");
    assertThat(payment.text("paymentMethodId")).isEqualTo(method.text("id"));
    assertThat(APayment.of(ACustomer.any().createdBy(api), 100).by(method).postedBy(api).code())
        .isEqualTo("payment-method-not-found");
  }

  @Test
  void the_number_of_a_card_is_kept_nowhere() {
    for (Map<String, Object> wrong :
        List.<Map<String, Object>>of(
            Map.of("kind", "card", "label", "4242 4242 4242 4242"),
            Map.of("kind", "card", "label", "Visa", "providerReference", "4242424242424242"))) {
      ApiAnswer answer = add(wrong);
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.code()).isEqualTo("validation-failed");
      assertThat(answer.body()).doesNotContain("4242");
    }
    ApiAnswer method = add(Map.of("kind", "card", "label", "Visa that ends in 4242"));
    assertThat(method.status()).isEqualTo(201);
    assertThat(change(method, Map.of("label", "4242-4242-4242-4242")).status()).isEqualTo(422);
  }

  @Test
  void a_customer_has_one_default_and_the_newest_wish_wins() {
    ApiAnswer first = add(Map.of("kind", "cash", "label", "Till", "isDefault", true));
    ApiAnswer second = add(Map.of("kind", "check", "label", "Checks", "isDefault", true));
    assertThat(defaults()).containsExactly(second.text("id"));
    ApiAnswer again = api.get(path + "/" + first.id());
    assertThat(change(again, Map.of("isDefault", true)).status()).isEqualTo(200);
    assertThat(defaults()).containsExactly(first.text("id"));
    assertThat(change(first, Map.of("label", "late")).status()).isEqualTo(412);
  }

  @Test
  void of_twenty_defaults_at_once_one_stays() {
    List<ApiAnswer> answers =
        AtOnce.times(20, place -> add(Map.of("kind", "cash", "label", "Till", "isDefault", true)));
    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(201, 409, 412, 503));
    assertThat(defaults()).hasSize(1);
  }

  @Test
  void a_method_that_was_removed_pays_nothing_any_more_and_stays_to_be_read() {
    ApiAnswer method = add(Map.of("kind", "cash", "label", "Till", "isDefault", true));
    ApiAnswer payment = APayment.of(customer, 100).by(method).takenBy(api);
    assertThat(api.delete(path + "/" + method.id()).status()).isEqualTo(428);
    ApiAnswer removed = api.ifMatch(method.etag()).delete(path + "/" + method.id());
    assertThat(removed.text("status")).isEqualTo("removed");
    assertThat(removed.json().path("isDefault").asBoolean(true)).isFalse();
    assertThat(APayment.of(customer, 100).by(method).postedBy(api).code())
        .isEqualTo("payment-method-removed");
    assertThat(change(removed, Map.of("label", "x")).code()).isEqualTo("payment-method-removed");
    assertThat(api.get(path).rows()).isEmpty();
    assertThat(api.get(path + "?includeRemoved=true").column("id"))
        .containsExactly(method.text("id"));
    assertThat(APayment.read(api, payment).text("paymentMethodId")).isEqualTo(method.text("id"));
  }

  @Test
  void only_providers_that_were_set_up_are_taken() {
    ApiAnswer answer =
        add(
            Map.of(
                "kind",
                "card",
                "label",
                "Visa",
                "provider",
                "scripted",
                "providerReference",
                "success"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("payment-provider-not-set-up");
  }

  private ApiAnswer add(Map<String, Object> body) {
    return api.once().post(path, body);
  }

  private ApiAnswer change(ApiAnswer method, Map<String, Object> body) {
    return api.ifMatch(method.etag()).patch(path + "/" + method.id(), new LinkedHashMap<>(body));
  }

  private List<String> defaults() {
    return api.get(path + "?limit=100").rows().stream()
        .filter(row -> row.path("isDefault").asBoolean())
        .map(row -> row.path("id").asText())
        .toList();
  }
}
