package com.dotmac.platform.domain.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.hibernate.annotations.OnDeleteAction;

/**
 * Says of a field that holds an id whose id it is: the table has a foreign key there.
 *
 * <p>Features refer to each other by id and not by association, so Hibernate knows nothing of these
 * keys. With this a reader sees them, and a test holds the table to them, both ways. The tenant is
 * part of the key without being named. Has no effect when the application runs.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface References {

  /** The table whose primary key the field holds, {@code customers}. */
  String value();

  /**
   * Columns that both tables have and that must agree as well: the key is then to a uniqueness of
   * that table which ends with them, {@code {"partner_id", "currency"}}.
   */
  String[] with() default {};

  /** What becomes of this row when that one is deleted; by default that one cannot be. */
  OnDeleteAction onDelete() default OnDeleteAction.NO_ACTION;
}
