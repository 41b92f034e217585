package com.dotmac.platform.domain.shared;

/**
 * An enum constant with a stable code: the text that the database stores and the API speaks.
 *
 * <p>The Java name may be changed, the code never.
 */
public interface Coded {

  /**
   * The stable text of this value.
   *
   * @return lower case, for example {@code revenue_share}
   */
  String code();
}
