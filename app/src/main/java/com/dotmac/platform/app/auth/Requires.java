package com.dotmac.platform.app.auth;

import com.dotmac.platform.domain.identity.Permission;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a credential must be allowed to do to call an endpoint. Every endpoint carries one. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Requires {

  /** The permission. */
  Permission value();
}
