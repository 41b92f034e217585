package com.dotmac.platform.app.logging;

/** What a line of the log looks like. */
public enum LogFormat {
  /** One JSON object a line, for programs. */
  JSON,
  /** Text, for people at a terminal. */
  TEXT
}
