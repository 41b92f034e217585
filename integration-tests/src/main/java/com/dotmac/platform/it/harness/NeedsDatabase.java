package com.dotmac.platform.it.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Says that a test class needs a database: a parameter of type {@link TestDatabase} in its
 * constructor, lifecycle or test methods is then a database at head, the same one throughout the
 * class (nested classes included), dropped after it. {@link Empty} asks for another kind.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(DatabaseForTests.class)
public @interface NeedsDatabase {}
