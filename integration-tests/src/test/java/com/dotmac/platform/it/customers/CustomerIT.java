package com.dotmac.platform.it.customers;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.fixtures.ACustomer;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.AtOnce;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@NeedsPlatform
class CustomerIT {
  private final RunningPlatform platform;
  private final ApiClient api;

  CustomerIT(RunningPlatform platform) {
    this.platform = platform;
    api = ATenant.of(platform).api();
  }

  @Test
  void a_new_customer_is_active_and_has_a_number_an_address_and_a_tag() {
    ApiAnswer customer =
        ACustomer.named(" Nord & Co ")
            .with("email", "Desk@Nord.example")
            .with("country", "DK")
            .with("externalId", "crm-1")
            .postedBy(api);
    assertThat(customer.status()).isEqualTo(201);
    assertThat(customer.header("Location")).endsWith(ACustomer.path(customer));
    assertThat(customer.etag()).isEqualTo("\"0\"");
    assertThat(customer.text("number")).isEqualTo("CUS-000001");
    assertThat(customer.text("status")).isEqualTo("active");
    assertThat(customer.text("name")).isEqualTo("Nord & Co");
    assertThat(customer.text("email")).isEqualTo("desk@nord.example");
    ApiAnswer read = api.get(ACustomer.path(customer));
    assertThat(read.json()).isEqualTo(customer.json());
    assertThat(read.etag()).isEqualTo(customer.etag());
  }

  @Test
  void numbers_are_without_gap_or_double_also_at_once_and_after_a_refusal() {
    ACustomer.any().with("externalId", "crm-1").createdBy(api);
    assertThat(ACustomer.any().with("externalId", "crm-1").postedBy(api).status()).isEqualTo(409);
    List<String> numbers = AtOnce.times(20, place -> ACustomer.any().createdBy(api).text("number"));
    assertThat(numbers)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(2, 21).mapToObj("CUS-%06d"::formatted).toList());
    assertThat(ACustomer.any().createdBy(ATenant.of(platform).api()).text("number"))
        .isEqualTo("CUS-000001");
  }

  @Test
  void wrong_fields_are_refused_each_with_its_place() {
    ApiAnswer answer =
        ACustomer.named("").with("email", "nobody").with("country", "de").postedBy(api);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.faults()).contains("/name", "/email", "/country");
  }

  @Test
  void an_external_id_belongs_to_one_customer_of_a_tenant() {
    ACustomer.any().with("externalId", "crm-1").createdBy(api);
    ApiAnswer other = ACustomer.any().createdBy(api);
    assertThat(change(other, Map.of("externalId", "crm-1")).code())
        .isEqualTo("customer-external-id-taken");
    ApiClient elsewhere = ATenant.of(platform).api();
    assertThat(ACustomer.any().with("externalId", "crm-1").postedBy(elsewhere).status())
        .isEqualTo(201);
  }

  @Test
  void in_a_patch_the_absent_stays_and_null_removes() {
    ApiAnswer customer =
        ACustomer.named("Nord").with("email", "a@b.example").with("country", "DK").createdBy(api);
    ApiAnswer changed = change(customer, "{\"email\": null, \"name\": \"Süd\"}");
    assertThat(changed.text("name")).isEqualTo("Süd");
    assertThat(changed.json().path("email").isNull()).isTrue();
    assertThat(changed.text("country")).isEqualTo("DK");
    assertThat(changed.etag()).isEqualTo("\"1\"");
    assertThat(change(changed, "{\"name\": null}").faults()).containsExactly("/name");
    assertThat(change(changed, "{\"name\": \"Süd\"}").etag()).isEqualTo("\"1\"");
  }

  @Test
  void a_change_must_say_which_version_it_is_based_on() {
    ApiAnswer customer = ACustomer.any().createdBy(api);
    assertThat(api.patch(ACustomer.path(customer), Map.of("name", "x")).status()).isEqualTo(428);
    assertThat(api.post(ACustomer.path(customer) + "/archive").status()).isEqualTo(428);
    change(customer, Map.of("name", "First"));
    assertThat(change(customer, Map.of("name", "Second")).status()).isEqualTo(412);
  }

  @Test
  void pages_together_are_the_list_once() {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      expected.add(0, ACustomer.any().createdBy(api).text("id"));
    }
    for (int limit : List.of(1, 3, 7)) {
      List<String> seen = new ArrayList<>();
      Optional<String> cursor = Optional.empty();
      do {
        ApiAnswer page =
            api.get(ACustomer.PATH + "?limit=" + limit + cursor.map("&cursor="::concat).orElse(""));
        seen.addAll(page.column("id"));
        cursor = page.nextCursor();
        if (cursor.isPresent()) {
          assertThat(page.header("Link")).contains(cursor.get(), "rel=\"next\"");
        }
      } while (cursor.isPresent());
      assertThat(seen).containsExactlyElementsOf(expected);
    }
  }

  @Test
  void a_list_is_narrowed_by_status_and_search() {
    String open = ACustomer.named("50% off").createdBy(api).text("id");
    String archived = ACustomer.named("500 off").archivedBy(api).text("id");
    assertThat(api.get(ACustomer.PATH + "?status=active").column("id")).containsExactly(open);
    assertThat(api.get(ACustomer.PATH + "?status=archived").column("id")).containsExactly(archived);
    assertThat(api.get(ACustomer.PATH + "?search=0%25").column("id")).containsExactly(open);
    assertThat(api.get(ACustomer.PATH + "?search=OFF").column("id"))
        .containsExactly(archived, open);
    assertThat(api.get(ACustomer.PATH + "?tier=gold").faults()).containsExactly("tier");
  }

  @Test
  void an_archived_customer_is_closed_to_changes_and_open_to_readers() {
    ApiAnswer archived = ACustomer.any().archivedBy(api);
    assertThat(archived.text("status")).isEqualTo("archived");
    assertThat(change(archived, Map.of("name", "x")).code()).isEqualTo("customer-archived");
    ApiAnswer again = api.ifMatch(archived.etag()).post(ACustomer.path(archived) + "/archive");
    assertThat(again.status()).isEqualTo(409);
    assertThat(api.get(ACustomer.path(archived)).json()).isEqualTo(archived.json());
  }

  @Test
  void a_customer_whom_nobody_created_is_not_found() {
    ApiAnswer answer = api.get(ACustomer.PATH + "/" + UUID.randomUUID());
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("customer-not-found");
  }

  private ApiAnswer change(ApiAnswer customer, Object body) {
    return api.ifMatch(customer.etag()).patch(ACustomer.path(customer), body);
  }
}
