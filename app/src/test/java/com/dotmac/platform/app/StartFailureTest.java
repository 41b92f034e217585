package com.dotmac.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.BindException;
import org.junit.jupiter.api.Test;

class StartFailureTest {

  @Test
  void a_port_in_use_is_said_in_one_line_however_deep_it_lies() {
    Throwable failure =
        new IllegalStateException(
            new RuntimeException(new BindException("Address already in use")));
    assertThat(printed(failure)).startsWith("A port is in use").hasLineCount(1);
    assertThat(StartFailure.exitCode(failure)).isEqualTo(1);
  }

  @Test
  void a_missing_file_is_a_wrong_command_line() {
    FileNotFoundException failure = new FileNotFoundException("File my.yml not found");
    assertThat(printed(failure)).contains("my.yml").hasLineCount(1);
    assertThat(StartFailure.exitCode(failure)).isEqualTo(64);
  }

  @Test
  void a_surprise_tells_its_whole_story() {
    IllegalStateException failure = new IllegalStateException("odd");
    assertThat(printed(failure)).contains("odd").contains("\tat ");
    assertThat(StartFailure.exitCode(failure)).isEqualTo(1);
  }

  private static String printed(Throwable failure) {
    StringWriter text = new StringWriter();
    StartFailure.print(failure, new PrintWriter(text));
    return text.toString();
  }
}
