package com.dotmac.platform.it.customers;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.fixtures.ACustomer;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.AtOnce;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@NeedsPlatform
class CustomerContactIT {
  private final ApiClient api;
  private final ApiAnswer customer;
  private final String contacts;

  CustomerContactIT(RunningPlatform platform) {
    api = ATenant.of(platform).api();
    customer = ACustomer.any().createdBy(api);
    contacts = ACustomer.path(customer) + "/contacts";
  }

  @Test
  void a_person_is_added_read_changed_and_removed() {
    ApiAnswer ada = add("Ada@Nord.example", false);
    assertThat(ada.status()).as(ada.body()).isEqualTo(201);
    assertThat(ada.header("Location")).endsWith(contacts + "/" + ada.id());
    assertThat(ada.text("email")).isEqualTo("ada@nord.example");
    assertThat(ada.text("customerId")).isEqualTo(customer.text("id"));
    assertThat(api.get(contacts + "/" + ada.id()).json()).isEqualTo(ada.json());

    ApiAnswer changed = change(ada, Map.of("role", "technical", "name", "Ada Byron"));
    assertThat(changed.text("role")).isEqualTo("technical");
    assertThat(changed.text("email")).isEqualTo("ada@nord.example");
    assertThat(change(ada, Map.of("name", "x")).status()).isEqualTo(412);
    assertThat(api.delete(contacts + "/" + ada.id()).status()).isEqualTo(428);

    ApiAnswer removed = remove(changed);
    assertThat(removed.status()).isEqualTo(200);
    assertThat(removed.json()).isEqualTo(changed.json());
    assertThat(api.get(contacts).rows()).isEmpty();
    assertThat(remove(changed).code()).isEqualTo("customer-contact-not-found");
    assertThat(api.get("/api/v1/audit-activities?resourceId=" + ada.id()).column("action"))
        .containsExactly(
            "customer_contact.removed", "customer_contact.changed", "customer_contact.added");
  }

  @Test
  void a_role_is_one_of_those_there_are() {
    for (String role : List.of("billing", "business", "technical", "other")) {
      assertThat(api.post(contacts, body(role + "@nord.example", role, false)).text("role"))
          .isEqualTo(role);
    }
    assertThat(api.post(contacts, body("x@nord.example", "boss", false)).faults())
        .containsExactly("/role");
  }

  @Test
  void a_customer_has_one_primary_contact() {
    ApiAnswer first = add("a@nord.example", true);
    ApiAnswer second = add("b@nord.example", true);
    assertThat(second.status() + " " + second.code())
        .isEqualTo("409 customer-contact-primary-taken");
    ApiAnswer other = add("b@nord.example", false);
    assertThat(change(other, Map.of("primary", true)).code())
        .isEqualTo("customer-contact-primary-taken");
    remove(first);
    assertThat(change(other, Map.of("primary", true)).json().path("primary").asBoolean()).isTrue();
    ApiAnswer elsewhere = ACustomer.any().createdBy(api);
    assertThat(
            api.post(
                    ACustomer.path(elsewhere) + "/contacts",
                    body("a@nord.example", "billing", true))
                .status())
        .isEqualTo(201);
  }

  @Test
  void of_many_primary_contacts_at_once_one_is_taken() {
    List<ApiAnswer> answers = AtOnce.times(8, place -> add("c" + place + "@nord.example", true));
    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.code().equals("customer-contact-primary-taken"))
        .hasSize(7);
  }

  @Test
  void an_address_counts_once_per_customer_whatever_its_case() {
    add("ada@nord.example", false);
    assertThat(add("ADA@Nord.example", false).code()).isEqualTo("customer-contact-email-taken");
  }

  @Test
  void an_archived_customer_gets_no_new_contact_and_keeps_those_he_has() {
    ApiAnswer ada = add("ada@nord.example", false);
    api.ifMatch(customer.etag()).post(ACustomer.path(customer) + "/archive");
    assertThat(add("bob@nord.example", false).code()).isEqualTo("customer-archived");
    ApiAnswer changed = change(ada, Map.of("email", "office@nord.example"));
    assertThat(changed.text("email")).isEqualTo("office@nord.example");
    assertThat(remove(changed).status()).isEqualTo(200);
  }

  @Test
  void a_person_of_another_customer_is_not_found_under_this_one() {
    ApiAnswer ada = add("ada@nord.example", false);
    String foreign = ACustomer.path(ACustomer.any().createdBy(api)) + "/contacts/" + ada.id();
    for (ApiAnswer answer :
        List.of(
            api.get(foreign),
            api.ifMatch(ada.etag()).patch(foreign, Map.of("name", "Eve")),
            api.ifMatch(ada.etag()).delete(foreign))) {
      assertThat(answer.status() + " " + answer.code()).isEqualTo("404 customer-contact-not-found");
    }
    String nobody = ACustomer.PATH + "/" + UUID.randomUUID() + "/contacts";
    assertThat(api.get(nobody).code()).isEqualTo("customer-not-found");
  }

  private ApiAnswer add(String email, boolean primary) {
    return api.post(contacts, body(email, "billing", primary));
  }

  private static Map<String, Object> body(String email, String role, boolean primary) {
    return Map.of("name", "Ada Berg", "email", email, "role", role, "primary", primary);
  }

  private ApiAnswer change(ApiAnswer contact, Object body) {
    return api.ifMatch(contact.etag()).patch(contacts + "/" + contact.id(), body);
  }

  private ApiAnswer remove(ApiAnswer contact) {
    return api.ifMatch(contact.etag()).delete(contacts + "/" + contact.id());
  }
}
