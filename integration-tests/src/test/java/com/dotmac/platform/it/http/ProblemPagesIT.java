package com.dotmac.platform.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.ProblemGuide;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

@NeedsPlatform
class ProblemPagesIT {
  private final ApiClient nobody;

  ProblemPagesIT(RunningPlatform platform) {
    nobody = ApiClient.of(platform);
  }

  @Test
  void every_type_of_problem_has_a_page_at_its_address() {
    for (ProblemCode code : ProblemCode.values()) {
      ApiAnswer page = nobody.get("/problems/" + code.slug());
      assertThat(page.status()).as(code.slug()).isEqualTo(200);
      assertThat(page.header("Content-Type")).containsIgnoringCase("text/html;charset=utf-8");
      assertThat(page.body()).contains("<h1>", code.slug(), String.valueOf(code.status()));
    }
  }

  @Test
  void a_page_that_is_not_there_is_a_problem_itself() {
    for (String path : List.of("/problems", "/problems/", "/problems/no-such")) {
      ApiAnswer answer = nobody.get(path);
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.code()).isEqualTo("not-found");
    }
  }

  @Test
  void the_document_is_what_the_code_says() throws IOException {
    assertThat(Files.readString(Path.of("..", "docs", "problems.md")))
        .as("make golden writes it")
        .isEqualTo(ProblemGuide.document());
  }
}
