package com.dotmac.platform.app.http;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The number is a quantity: more than 0, with at most twelve digits and six decimals. {@code null}
 * is valid.
 */
@DecimalMin(value = "0", inclusive = false)
@Digits(integer = 12, fraction = 6)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface Quantity {

  /** The form, for JSON Schema. */
  String FORM = "[0-9]{1,12}(\\.[0-9]{1,6})?";

  /** What is wrong. */
  String message() default "must be a number above 0 with at most twelve digits and six decimals";

  /** For Jakarta Validation. */
  Class<?>[] groups() default {};

  /** For Jakarta Validation. */
  Class<? extends Payload>[] payload() default {};
}
