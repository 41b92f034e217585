package com.dotmac.platform.domain.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One link as it is stored, with its act in the texts that PostgreSQL gives of its columns.
 *
 * <p>The hash is computed here a second time, apart from the function in the database: whoever
 * replaces that function does not replace this.
 *
 * @param sequence place in the chain, from 1
 * @param origin when it was linked
 * @param activityId the act that it is about
 * @param previousHash hash of the link before, in hexadecimal
 * @param hash its own hash, in hexadecimal
 * @param act the columns of the act in the order of the form; {@code null}: the act is gone
 */
record ChainLink(
    long sequence,
    String origin,
    String activityId,
    String previousHash,
    String hash,
    @Nullable List<@Nullable String> act) {

  /** Hash before the first link. */
  static final String BEFORE_THE_FIRST = "0".repeat(64);

  private static final String FORM = "dotmac-audit-1";

  /** Whether the act was linked when the chain was made, and not when it was committed. */
  boolean isEarlier() {
    return origin.equals("earlier");
  }

  /**
   * What is wrong with this link, as a sentence; {@code null}: nothing.
   *
   * @param expected sequence that comes next
   * @param before hash of the link before, in hexadecimal
   */
  @Nullable String faultAfter(long expected, String before) {
    if (sequence != expected) {
      return "link " + expected + " is missing";
    }
    if (act == null) {
      return "the act of link " + sequence + ", " + activityId + ", is missing";
    }
    if (!previousHash.equals(before)) {
      return "link " + sequence + ", act " + activityId + ", does not follow the link before it";
    }
    if (!hash.equals(computed(act))) {
      return "link " + sequence + ", act " + activityId + ", is not what was written";
    }
    return null;
  }

  private String computed(List<@Nullable String> columns) {
    List<@Nullable String> fields = new ArrayList<>();
    fields.add(FORM);
    fields.add(previousHash);
    fields.add(Long.toString(sequence));
    fields.add(origin);
    fields.addAll(columns);
    MessageDigest digest = sha256();
    for (String field : fields) {
      byte[] bytes = field == null ? new byte[0] : field.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(4).putInt(field == null ? -1 : bytes.length).array());
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
