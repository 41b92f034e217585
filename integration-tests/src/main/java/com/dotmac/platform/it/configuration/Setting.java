package com.dotmac.platform.it.configuration;

import org.jspecify.annotations.Nullable;

/**
 * One key of a configuration file.
 *
 * @param key path from the root, with dots; a place in a list is left out
 * @param variable environment variable that sets it; {@code null} when none does
 * @param preset value without the variable, as it stands in the file; may be empty
 * @param type type, unit and bounds, in words
 * @param meaning what it does; empty when nobody says
 * @param ours whether a class of ours reads it
 */
record Setting(
    String key,
    @Nullable String variable,
    String preset,
    String type,
    String meaning,
    boolean ours) {

  /** First part of the key. */
  String section() {
    return key.replaceFirst("\\..*", "");
  }
}
