package com.dotmac.platform.domain.partners;

import com.dotmac.platform.domain.shared.CodeConverter;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.persistence.Converter;

/** What a person may do for his partner. */
public enum PartnerRole implements Coded {
  /** Everything, also for the other people of the partner. */
  PARTNER_OWNER("partner_owner"),
  /** Everything but changing owners. */
  PARTNER_ADMIN("partner_admin"),
  /** Looks after accounts and referrals. */
  ACCOUNT_MANAGER("account_manager"),
  /** Sees money. */
  FINANCE("finance");

  private final String code;

  PartnerRole(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Stores the code. */
  @Converter
  public static final class Column extends CodeConverter<PartnerRole> {
    /** For Hibernate. */
    public Column() {
      super(PartnerRole.class);
    }
  }
}
