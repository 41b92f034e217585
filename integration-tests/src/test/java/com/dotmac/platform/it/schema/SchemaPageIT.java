package com.dotmac.platform.it.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dotmac.platform.domain.schema.RequiredSchema;
import com.dotmac.platform.it.harness.Browser;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The page for people. */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemaPageIT {
  private static final String HOSTILE = "\"<script>document.title = 'mine'</script><b>\"";

  private final HttpClient http = HttpClient.newHttpClient();
  private final TestDatabase database;
  private final RunningPlatform platform;

  SchemaPageIT(TestDatabase database) {
    this.database = database;
    platform = RunningPlatform.on(database, Watchful::settings);
  }

  @AfterAll
  void stop() {
    platform.close();
  }

  @AfterEach
  void it_is_as_before() {
    database.comeBack();
    database.administer("DROP POLICY IF EXISTS %s ON partners".formatted(HOSTILE));
    page("current");
  }

  @Test
  void a_current_schema_is_shown_with_its_history() {
    Document page = page("current");
    String head = RequiredSchema.ofThisBuild().version();
    assertThat(page.select("#versions + dl dd code").eachText()).containsExactly(head, head);
    assertThat(page.select("table tbody tr"))
        .hasSize(RequiredSchema.ofThisBuild().changes().size());
    assertThat(page.select("table tbody th").get(0).text()).isEqualTo(head);
    assertThat(page.select("table tbody tr").get(0).text()).contains("UTC", "dotmac_owner", "ms");
    assertThat(page.select("section.good")).hasSize(1);
    assertThat(page.text()).contains("takes requests", "None that matters");
  }

  @Test
  void it_is_made_for_every_reader_and_needs_no_script() throws Exception {
    HttpResponse<String> answer = get();
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'");
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .isEqualToIgnoringCase("text/html;charset=utf-8");
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select("script, link, img, iframe")).isEmpty();
    assertThat(page.select("html").attr("lang")).isEqualTo("en");
    assertThat(page.select("meta[name=viewport], meta[name=color-scheme]")).hasSize(2);
    assertThat(page.select("h1")).hasSize(1);
    assertThat(page.select("thead th[scope=col]")).hasSize(4);
  }

  @Test
  void drift_is_listed_and_what_the_database_says_is_escaped() {
    database.administer("CREATE POLICY %s ON partners USING (true)".formatted(HOSTILE));
    Document page = page("drifted");
    assertThat(page.select("script, b")).isEmpty();
    assertThat(page.select("#drift + ul li").eachText())
        .containsExactly(
            "POLICY partners.%s is made by no change".formatted(HOSTILE.replace("\"", "")));
    assertThat(page.select("section.bad .command").text())
        .contains("java -jar migrator.jar db verify");
    assertThat(page.text()).contains("takes no requests");
  }

  @Test
  void it_answers_when_the_database_does_not() {
    database.goAway();
    Document page = page("unreachable");
    assertThat(page.text())
        .contains("The database does not answer", "Check the address", "Not judged");
    assertThat(page.select("table tbody tr")).as("the last history that was seen").isNotEmpty();
  }

  @Test
  @EnabledIf(
      value = "com.dotmac.platform.it.harness.Browser#isHere",
      disabledReason = "there is no browser on the PATH")
  void a_browser_shows_it_and_runs_nothing(@TempDir Path folder) throws Exception {
    database.administer("CREATE POLICY %s ON partners USING (true)".formatted(HOSTILE));
    page("drifted");
    Document page = Browser.open(platform.adminUri("/schema"), folder);
    assertThat(page.title()).isEqualTo("Schema: drifted");
    assertThat(page.select("#drift + ul li")).hasSize(1);
  }

  private Document page(String state) {
    return await(state)
        .until(
            () -> Jsoup.parse(get().body()),
            page -> page.select(".state .name").text().equals(state));
  }

  private HttpResponse<String> get() throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(platform.adminUri("/schema")).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
