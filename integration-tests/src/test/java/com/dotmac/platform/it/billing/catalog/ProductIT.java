package com.dotmac.platform.it.billing.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.it.fixtures.AProduct;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.AtOnce;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@NeedsPlatform
class ProductIT {
  private final RunningPlatform platform;
  private final ATenant tenant;
  private final ApiClient api;

  ProductIT(RunningPlatform platform) {
    this.platform = platform;
    tenant = ATenant.of(platform);
    api = tenant.api();
  }

  @Test
  void a_product_is_created_and_read() {
    ApiAnswer category = AProduct.category(api, "Servers");
    ApiAnswer product =
        AProduct.named(" Hosting ")
            .with("code", "hosting.eu-1")
            .with("categoryId", category.text("id"))
            .with("taxRate", "0.190")
            .postedBy(api);
    assertThat(product.status()).as(product.body()).isEqualTo(201);
    assertThat(product.header("Location")).endsWith(path(product));
    assertThat(product.etag()).isEqualTo("\"0\"");
    assertThat(product.text("code")).isEqualTo("hosting.eu-1");
    assertThat(product.text("name")).isEqualTo("Hosting");
    assertThat(product.text("status")).isEqualTo("active");
    assertThat(product.text("taxRate")).isEqualTo("0.19");
    assertThat(product.text("categoryId")).isEqualTo(category.text("id"));
    assertThat(api.get(path(product)).json()).isEqualTo(product.json());
  }

  @Test
  void a_product_without_a_rate_is_not_taxed() {
    assertThat(AProduct.any().createdBy(api).text("taxRate")).isEqualTo("0");
  }

  @Test
  void a_code_is_one_products_alone_also_when_that_is_archived_and_anothers_elsewhere() {
    ApiAnswer first = AProduct.any().with("code", "hosting").createdBy(api);
    AProduct.archived(api, AProduct.PATH, first);
    ApiAnswer second = AProduct.any().with("code", "hosting").postedBy(api);
    assertThat(second.status() + " " + second.code()).isEqualTo("409 product-code-taken");
    ApiClient elsewhere = ATenant.of(platform).api();
    assertThat(AProduct.any().with("code", "hosting").postedBy(elsewhere).status()).isEqualTo(201);
  }

  @Test
  void of_many_products_with_one_code_at_once_one_is_made() {
    List<ApiAnswer> answers =
        AtOnce.times(8, place -> AProduct.any().with("code", "hosting").postedBy(api));
    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.code().equals("product-code-taken")).hasSize(7);
  }

  @Test
  void wrong_fields_are_refused_each_with_its_place() {
    for (String code : List.of("", "Hosting", "-a", "a b", "a".repeat(51))) {
      assertThat(AProduct.any().with("code", code).postedBy(api).faults())
          .as(code)
          .containsExactly("/code");
    }
    assertThat(AProduct.named("").with("taxRate", "1.1").postedBy(api).faults())
        .containsExactlyInAnyOrder("/name", "/taxRate");
    assertThat(AProduct.any().with("taxRate", "0.1234567").postedBy(api).faults())
        .containsExactly("/taxRate");
  }

  @Test
  void a_change_is_based_on_a_version_and_leaves_the_code() {
    ApiAnswer product = AProduct.any().with("code", "hosting").createdBy(api);
    assertThat(api.patch(path(product), Map.of("name", "x")).status()).isEqualTo(428);
    ApiAnswer changed = change(product, Map.of("name", "Servers", "taxRate", "0.07"));
    assertThat(changed.text("name")).isEqualTo("Servers");
    assertThat(changed.text("taxRate")).isEqualTo("0.07");
    assertThat(changed.text("code")).isEqualTo("hosting");
    assertThat(change(product, Map.of("name", "y")).status()).isEqualTo(412);
    assertThat(change(changed, Map.of("taxRate", "0.070")).etag()).isEqualTo(changed.etag());
    assertThat(change(changed, Map.of("code", "other")).faults()).containsExactly("/code");
  }

  @Test
  void a_category_holds_products_until_it_is_archived_and_keeps_those_it_has() {
    ApiAnswer category = AProduct.category(api, "Servers");
    ApiAnswer product = AProduct.any().with("categoryId", category.text("id")).createdBy(api);
    AProduct.archived(api, AProduct.CATEGORIES, category);
    assertThat(AProduct.any().with("categoryId", category.text("id")).postedBy(api).code())
        .isEqualTo("product-category-archived");
    ApiAnswer other = AProduct.any().createdBy(api);
    assertThat(change(other, Map.of("categoryId", category.text("id"))).code())
        .isEqualTo("product-category-archived");
    ApiAnswer renamed = change(product, Map.of("name", "Servers"));
    assertThat(renamed.status()).isEqualTo(200);
    assertThat(change(renamed, "{\"categoryId\": null}").json().path("categoryId").isNull())
        .isTrue();
  }

  @Test
  void a_category_of_another_tenant_is_refused_like_one_that_nobody_has() {
    String foreign = AProduct.category(ATenant.of(platform).api(), "Servers").text("id");
    ApiAnswer ofAnother = AProduct.any().with("categoryId", foreign).postedBy(api);
    ApiAnswer ofNobody =
        AProduct.any().with("categoryId", UUID.randomUUID().toString()).postedBy(api);
    assertThat(ofAnother.code()).isEqualTo("product-category-not-found");
    assertThat(ofAnother.withoutRequestId()).isEqualTo(ofNobody.withoutRequestId());
  }

  @Test
  void a_category_is_renamed_and_archived_once() {
    ApiAnswer category = AProduct.category(api, "Servers");
    String path = AProduct.CATEGORIES + "/" + category.id();
    ApiAnswer renamed = api.ifMatch(category.etag()).patch(path, Map.of("name", "Machines"));
    assertThat(renamed.text("name")).isEqualTo("Machines");
    ApiAnswer archived = AProduct.archived(api, AProduct.CATEGORIES, renamed);
    assertThat(archived.text("status")).isEqualTo("archived");
    ApiAnswer again = api.ifMatch(archived.etag()).post(path + "/archive");
    assertThat(again.code()).isEqualTo("product-category-archived");
    ApiAnswer taken =
        api.post(AProduct.CATEGORIES, Map.of("code", category.text("code"), "name", "Others"));
    assertThat(taken.code()).isEqualTo("product-category-code-taken");
    assertThat(api.get(AProduct.CATEGORIES + "?search=mach").column("id"))
        .containsExactly(category.text("id"));
  }

  @Test
  void a_list_is_narrowed_by_status_category_and_search() {
    ApiAnswer category = AProduct.category(api, "Servers");
    String open =
        AProduct.named("Hosting")
            .with("code", "open-one")
            .with("categoryId", category.text("id"))
            .createdBy(api)
            .text("id");
    ApiAnswer shut = AProduct.named("Backup").createdBy(api);
    AProduct.archived(api, AProduct.PATH, shut);
    assertThat(api.get(AProduct.PATH + "?status=active").column("id")).containsExactly(open);
    assertThat(api.get(AProduct.PATH + "?status=archived").column("id"))
        .containsExactly(shut.text("id"));
    assertThat(api.get(AProduct.PATH + "?categoryId=" + category.text("id")).column("id"))
        .containsExactly(open);
    assertThat(api.get(AProduct.PATH + "?search=OPEN-").column("id")).containsExactly(open);
    assertThat(api.get(AProduct.PATH + "?search=back").column("id"))
        .containsExactly(shut.text("id"));
  }

  @Test
  void an_archived_product_is_closed_to_changes_and_open_to_readers() {
    ApiAnswer archived = AProduct.archived(api, AProduct.PATH, AProduct.any().createdBy(api));
    assertThat(change(archived, Map.of("name", "x")).code()).isEqualTo("product-archived");
    assertThat(api.get(path(archived)).json()).isEqualTo(archived.json());
  }

  @Test
  void each_change_is_in_the_audit_trail_with_what_was_before() {
    ApiAnswer product = AProduct.any().with("taxRate", "0.19").createdBy(api);
    ApiAnswer changed = change(product, Map.of("taxRate", "0.2"));
    AProduct.archived(api, AProduct.PATH, changed);
    ApiAnswer trail = api.get("/api/v1/audit-activities?resourceId=" + product.id());
    assertThat(trail.column("action"))
        .containsExactly("product.archived", "product.changed", "product.created");
    assertThat(trail.rows().get(1).at("/before/taxRate").asText()).isEqualTo("0.19");
    assertThat(trail.rows().get(1).at("/after/taxRate").asText()).isEqualTo("0.2");
  }

  @Test
  void who_may_only_read_the_catalogue_changes_nothing_in_it() {
    ApiClient reader = tenant.api(Set.of(Permission.CATALOG_READ));
    assertThat(reader.get(AProduct.PATH).status()).isEqualTo(200);
    assertThat(AProduct.any().postedBy(reader).code()).isEqualTo("permission-denied");
    ApiClient stranger = tenant.api(Set.of(Permission.CUSTOMERS_READ));
    assertThat(stranger.get(AProduct.PATH).code()).isEqualTo("permission-denied");
  }

  private ApiAnswer change(ApiAnswer product, Object body) {
    return api.ifMatch(product.etag()).patch(path(product), body);
  }

  private static String path(ApiAnswer product) {
    return AProduct.PATH + "/" + product.id();
  }
}
