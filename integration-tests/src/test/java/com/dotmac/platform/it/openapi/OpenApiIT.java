package com.dotmac.platform.it.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.golden.DescriptionOfApi;
import com.dotmac.platform.it.harness.Browser;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The description that is committed and served, and the page to browse it. */
@NeedsPlatform
class OpenApiIT {
  private final HttpClient http = HttpClient.newHttpClient();
  private final RunningPlatform platform;

  OpenApiIT(RunningPlatform platform) {
    this.platform = platform;
  }

  @Test
  void the_committed_description_is_that_of_the_code_and_its_examples_work() throws IOException {
    List<String> ofTheCode = DescriptionOfApi.of(Path.of("..")).lines().toList();
    List<String> committed = Files.readAllLines(Description.FILE);
    for (int line = 0; line < Math.max(ofTheCode.size(), committed.size()); line++) {
      assertThat(line < committed.size() ? committed.get(line) : "")
          .as(
              "Line %d of docs/openapi.json is not what the resources say; run: make golden",
              line + 1)
          .isEqualTo(line < ofTheCode.size() ? ofTheCode.get(line) : "");
    }
  }

  @Test
  void everybody_gets_the_description_and_need_not_get_it_twice() throws Exception {
    HttpResponse<String> first = get("/openapi.json", "none");
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.body()).isEqualTo(Files.readString(Description.FILE));
    assertThat(header(first, "Content-Type")).startsWith("application/json");
    assertThat(header(first, "Cache-Control")).contains("max-age=");
    HttpResponse<String> second = get("/openapi.json", header(first, "ETag"));
    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
  }

  @Test
  void the_page_and_its_parts_come_from_the_application_alone() throws Exception {
    HttpResponse<String> page = get("/docs", "none");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(header(page, "Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self';", "connect-src 'self'");
    Document html = Jsoup.parse(page.body());
    var parts = html.select("script[src], link[href]");
    assertThat(parts).hasSize(4);
    for (var part : parts) {
      String address = part.hasAttr("src") ? part.attr("src") : part.attr("href");
      assertThat(address).startsWith("/docs/");
      HttpResponse<String> answer = get(address, "none");
      assertThat(answer.statusCode()).as(address).isEqualTo(200);
      assertThat(answer.body()).as(address).isNotEmpty();
      assertThat(header(answer, "Content-Type")).as(address).doesNotContain("json");
      assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    }
  }

  @Test
  void what_is_no_part_of_the_page_is_not_found() throws Exception {
    for (String path : new String[] {"/docs/page.html", "/docs/..%2fapp.yml"}) {
      assertThat(get(path, "none").statusCode()).as(path).isBetween(400, 404);
    }
  }

  @Test
  @EnabledIf(
      value = "com.dotmac.platform.it.harness.Browser#isHere",
      disabledReason = "there is no browser on the PATH")
  void a_browser_shows_every_operation(@TempDir Path folder) throws Exception {
    Document page = Browser.open(platform.uri("/docs"), folder);
    assertThat(page.select(".opblock .opblock-summary-path"))
        .hasSameSizeAs(Description.committed().operations());
    assertThat(page.select(".info .title").text()).startsWith("Dotmac Platform API");
    assertThat(page.select(".errors-wrapper")).isEmpty();
  }

  private HttpResponse<String> get(String path, String tag)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(platform.uri(path))
            .header("If-None-Match", "\"" + tag.replace("\"", "") + "\"")
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
