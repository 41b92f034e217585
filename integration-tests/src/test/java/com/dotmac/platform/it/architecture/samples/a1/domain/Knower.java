package com.dotmac.platform.it.architecture.samples.a1.domain;

import com.dotmac.platform.it.architecture.samples.a1.app.Known;

/** Of the domain, and calls app. */
final class Knower {
  int ask() {
    return Known.answer();
  }
}
