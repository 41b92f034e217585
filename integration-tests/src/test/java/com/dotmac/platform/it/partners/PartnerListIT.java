package com.dotmac.platform.it.partners;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@NeedsPlatform
class PartnerListIT {
  private final ApiClient api;

  PartnerListIT(RunningPlatform platform) {
    api = ATenant.of(platform).api();
  }

  @Test
  void nobody_yet_is_an_empty_page() {
    ApiAnswer page = api.get(APartner.PATH);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.rows()).isEmpty();
    assertThat(page.nextCursor()).isEmpty();
    assertThat(page.headers().firstValue("Link")).isEmpty();
  }

  @Test
  void pages_together_are_the_list_once_also_while_rows_arrive() {
    List<String> newestFirst = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      newestFirst.add(0, APartner.any().createdBy(api).text("id"));
    }
    for (int limit : List.of(1, 2, 3, 5, 11, 12, 13, 100)) {
      List<String> expected = List.copyOf(newestFirst);
      List<String> seen = new ArrayList<>();
      Optional<String> cursor = Optional.empty();
      do {
        ApiAnswer page =
            api.get(APartner.PATH + "?limit=" + limit + cursor.map("&cursor="::concat).orElse(""));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.rows()).hasSizeLessThanOrEqualTo(limit);
        seen.addAll(page.column("id"));
        // Here and not after the loop: a cursor that does not move would never end it.
        assertThat(seen).doesNotHaveDuplicates();
        cursor = page.nextCursor();
        newestFirst.add(0, APartner.any().createdBy(api).text("id"));
      } while (cursor.isPresent());
      assertThat(seen).as("limit %d", limit).containsExactlyElementsOf(expected);
    }
  }

  @Test
  void the_link_to_the_next_page_keeps_filters_and_leads_there() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ids.add(0, APartner.any().with("tier", "gold").createdBy(api).text("id"));
    }
    APartner.any().createdBy(api);
    ApiAnswer first = api.get(APartner.PATH + "?tier=gold&limit=2");
    assertThat(first.header("Link")).endsWith("; rel=\"next\"");
    String next = first.header("Link").replaceAll(".*" + APartner.PATH + "([^>]*)>.*", "$1");
    ApiAnswer second = api.get(APartner.PATH + next);
    assertThat(second.column("id")).isEqualTo(ids.subList(2, 3));
    assertThat(second.headers().firstValue("Link")).isEmpty();
  }

  @Test
  void a_page_has_25_rows_when_nobody_says() {
    for (int i = 0; i < 26; i++) {
      APartner.any().createdBy(api);
    }
    assertThat(api.get(APartner.PATH).rows()).hasSize(25);
    assertThat(api.get(APartner.PATH + "?limit=100").rows()).hasSize(26);
  }

  @Test
  void a_list_is_narrowed_by_status_and_tier() {
    String pending = APartner.any().createdBy(api).text("id");
    String active = APartner.any().with("tier", "gold").createdBy(api, "active").text("id");
    String suspended = APartner.any().createdBy(api, "suspended").text("id");
    assertThat(ids("status=pending")).containsExactly(pending);
    assertThat(ids("status=active")).containsExactly(active);
    assertThat(ids("status=archived")).isEmpty();
    assertThat(ids("tier=gold")).containsExactly(active);
    assertThat(ids("tier=bronze")).containsExactly(suspended, pending);
    assertThat(ids("tier=gold&status=pending")).isEmpty();
  }

  @Test
  void a_search_takes_every_character_literally() {
    Map<String, String> byName = new HashMap<>();
    for (String name : List.of("100% Co", "100 Co", "a_b", "axb", "wow! it's", "back\\slash")) {
      byName.put(name, APartner.named(name).createdBy(api).text("id"));
    }
    assertThat(search("%")).containsExactly(byName.get("100% Co"));
    assertThat(search("_")).containsExactly(byName.get("a_b"));
    assertThat(search("!")).containsExactly(byName.get("wow! it's"));
    assertThat(search("\\")).containsExactly(byName.get("back\\slash"));
    assertThat(search("A_B")).containsExactly(byName.get("a_b"));
    assertThat(search("'")).containsExactly(byName.get("wow! it's"));
  }

  @Test
  void a_search_looks_at_name_number_and_address() {
    String id =
        APartner.named("Fjord IT")
            .with("primaryEmail", "x@Unique.example")
            .createdBy(api)
            .text("id");
    APartner.named("Other").createdBy(api);
    assertThat(search("FJORD")).containsExactly(id);
    assertThat(search("ptr-000001")).containsExactly(id);
    assertThat(search("UNIQUE")).containsExactly(id);
  }

  @Test
  void a_wrong_code_is_refused_with_the_right_ones() {
    ApiAnswer answer = api.get(APartner.PATH + "?status=gone");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("detail"))
        .contains("status", "pending, active, suspended, terminated, archived");
  }

  @Test
  void a_parameter_that_cannot_be_is_named_and_refused() {
    for (Map.Entry<String, String> wrong :
        List.of(
            Map.entry("stauts=active", "stauts"),
            Map.entry("status=active&status=pending", "status"),
            Map.entry("status=Active", "status"),
            Map.entry("tier=wooden", "tier"),
            Map.entry("cursor=garbage!", "cursor"),
            Map.entry("cursor=AAAA", "cursor"),
            Map.entry("cursor=", "cursor"),
            Map.entry("search=", "search"),
            Map.entry("search=" + "x".repeat(101), "search"),
            Map.entry("search=%00", "search"),
            Map.entry("limit=0", "limit"),
            Map.entry("limit=101", "limit"),
            Map.entry("limit=-1", "limit"),
            Map.entry("limit=ten", "limit"),
            Map.entry("limit=99999999999", "limit"),
            Map.entry("limit=%2B5", "limit"),
            Map.entry("limit=%D9%A5", "limit"),
            Map.entry("limit=", "limit"),
            Map.entry("limit", "limit"),
            Map.entry("status=", "status"),
            Map.entry("=active", ""))) {
      ApiAnswer answer = api.get(APartner.PATH + "?" + wrong.getKey());
      assertThat(answer.status()).as(wrong.getKey()).isEqualTo(400);
      assertThat(answer.code()).as(wrong.getKey()).isEqualTo("invalid-parameter");
      assertThat(answer.faults()).as(wrong.getKey()).containsExactly(wrong.getValue());
    }
  }

  private List<String> search(String text) {
    return ids("search=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
  }

  private List<String> ids(String query) {
    return Collections.unmodifiableList(api.get(APartner.PATH + "?" + query).column("id"));
  }
}
