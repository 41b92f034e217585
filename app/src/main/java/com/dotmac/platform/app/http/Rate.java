package com.dotmac.platform.app.http;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The number is a rate: a fraction from 0 to 1 with at most six decimals. {@code null} is valid.
 */
@DecimalMin("0")
@DecimalMax("1")
@Digits(integer = 1, fraction = 6)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface Rate {

  /** What is wrong. */
  String message() default "must be a fraction from 0 to 1 with at most six decimals; 0.15 is 15 %";

  /** For Jakarta Validation. */
  Class<?>[] groups() default {};

  /** For Jakarta Validation. */
  Class<? extends Payload>[] payload() default {};
}
