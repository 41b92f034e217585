package com.dotmac.platform.app.auth;

import com.dotmac.platform.domain.partners.PartnerPower;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The endpoint is for the people of a partner, and for whoever of the tenant acts for him: it is
 * called from a seat at one partner, and the database shows nothing of the others.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ForPartner {

  /** What the seat must allow. */
  PartnerPower value();
}
