package com.dotmac.platform.app.partners.payouts;

import com.dotmac.platform.domain.shared.Coded;

/** Forms in which people take a batch to their bank. */
enum FileFormat implements Coded {
  /** A table. */
  CSV("csv", "text/csv;charset=utf-8", ".csv"),
  /** The order of ISO 20022, pain.001.001.09. */
  PAIN_001("pain.001", "application/xml", ".xml");

  private final String code;
  private final String mediaType;
  private final String ending;

  FileFormat(String code, String mediaType, String ending) {
    this.code = code;
    this.mediaType = mediaType;
    this.ending = ending;
  }

  @Override
  public String code() {
    return code;
  }

  /** Type of the file. */
  String mediaType() {
    return mediaType;
  }

  /** What the name of the file ends with. */
  String ending() {
    return ending;
  }
}
