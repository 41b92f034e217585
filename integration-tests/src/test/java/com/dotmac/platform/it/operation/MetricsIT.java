package com.dotmac.platform.it.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dotmac.platform.it.deploy.Jars;
import com.dotmac.platform.it.deploy.RunningApp;
import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.fixtures.IssuedKey;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.it.security.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What Prometheus is told. */
@NeedsPlatform
class MetricsIT {
  private static final Pattern REQUESTS =
      Pattern.compile(
          "(?m)^dotmac_http_request_duration_seconds_count\\{method=\"(.*?)\",route=\"(.*?)\",status=\"(.*?)\"} (\\d+)");

  private final RunningPlatform platform;
  private final ApiClient api;

  MetricsIT(RunningPlatform platform) {
    this.platform = platform;
    api = ATenant.of(platform).api();
  }

  @Test
  void requests_are_counted_by_method_template_and_class_of_status() throws Exception {
    api.get(APartner.path(APartner.any().createdBy(api)));
    api.get(APartner.PATH + "/" + UUID.randomUUID());
    String figures = Figures.of(platform);
    String template = "method=\"GET\",route=\"/api/v1/partners/{id}\",status=";
    assertThat(figures)
        .contains(template + "\"2xx\"} ", template + "\"4xx\"} ")
        .containsPattern(
            "dotmac_http_request_duration_seconds_bucket\\{method=\"GET\",route=\"/api/v1/partners/\\{id}\",status=\"2xx\",le=\"0.1\"} \\d+");
  }

  @Test
  void nothing_that_a_caller_makes_up_becomes_a_label() throws Exception {
    for (int i = 0; i < 20; i++) {
      api.get("/api/v1/made-up-" + UUID.randomUUID());
      api.get(APartner.PATH + "/by-number/" + UUID.randomUUID());
      api.send("REPORT", APartner.PATH, null);
    }
    Set<String> known = Endpoint.all().stream().map(Endpoint::template).collect(Collectors.toSet());
    known.add("none");
    // Open to all, so it is none of those that ask for a permission.
    known.add("/api/v1/sign-in");
    List<MatchResult> counted = REQUESTS.matcher(Figures.of(platform)).results().toList();
    assertThat(counted).isNotEmpty();
    assertThat(counted)
        .allSatisfy(
            count -> {
              assertThat(count.group(1))
                  .isIn("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
              assertThat(known).anyMatch(route -> count.group(2).startsWith(route));
              assertThat(count.group(3)).matches("[1-5]xx");
            });
  }

  /** In a process, since Java's own figures are those of a whole process. */
  @Test
  void every_figure_that_the_page_names_is_there(TestDatabase database) throws Exception {
    IssuedKey key = IssuedKey.in(database);
    Path java = Path.of(System.getProperty("java.home"));
    try (RunningApp app = new RunningApp(java, Jars.app(), database.environmentOfApp())) {
      app.awaitStart();
      app.api(key.token()).get(APartner.PATH);
      // A request is counted when its answer has ended, which is after it was read.
      await()
          .untilAsserted(
              () -> {
                String figures = app.admin("/metrics").body();
                assertThat(namedByThePage())
                    .hasSizeGreaterThan(15)
                    .allSatisfy(
                        name -> assertThat(figures).containsPattern("(?m)^" + name + "[{ ]"));
              });
    }
  }

  private static Set<String> namedByThePage() throws IOException {
    return Pattern.compile("(?m)^\\| `(\\w+)`")
        .matcher(Files.readString(Path.of("..", "docs", "metrics.md")))
        .results()
        .map(row -> row.group(1))
        .collect(Collectors.toSet());
  }
}
