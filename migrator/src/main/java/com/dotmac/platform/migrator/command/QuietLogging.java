package com.dotmac.platform.migrator.command;

import com.fasterxml.jackson.databind.node.TextNode;
import io.dropwizard.logging.common.ConsoleAppenderFactory;
import io.dropwizard.logging.common.DefaultLoggingFactory;
import java.util.List;
import java.util.Map;

/** Logging as a step of a pipeline wants it: on standard error, and silent unless asked. */
public final class QuietLogging {
  private QuietLogging() {}

  /** Warnings only, and nothing of Liquibase, whose failures the migrator words itself. */
  public static DefaultLoggingFactory quiet() {
    DefaultLoggingFactory logging = toStandardError();
    logging.setLevel("WARN");
    logging.setLoggers(Map.of("liquibase", TextNode.valueOf("OFF")));
    return logging;
  }

  /** What {@code --verbose} turns on: the steps of Liquibase too. */
  public static DefaultLoggingFactory talkative() {
    DefaultLoggingFactory logging = toStandardError();
    logging.setLevel("INFO");
    return logging;
  }

  private static DefaultLoggingFactory toStandardError() {
    ConsoleAppenderFactory<ch.qos.logback.classic.spi.ILoggingEvent> console =
        new ConsoleAppenderFactory<>();
    console.setTarget(ConsoleAppenderFactory.ConsoleStream.STDERR);
    DefaultLoggingFactory logging = new DefaultLoggingFactory();
    logging.setAppenders(List.of(console));
    return logging;
  }
}
