package com.dotmac.platform.it.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Says that a test class needs the application: a parameter of type {@link RunningPlatform} is then
 * the one that all such classes share, and {@link TestDatabase} is its database. Each test works in
 * a tenant of its own, and whoever stops, starves or breaks the platform starts one for himself.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PlatformForTests.class)
public @interface NeedsPlatform {}
