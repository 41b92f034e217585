package com.dotmac.platform.domain.shared;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/**
 * Reads one page of entities, newest first, by the identifier of the last row seen (keyset
 * pagination): the cost of a page does not grow with the pages before it.
 *
 * @param <T> the entity
 */
public final class KeysetQuery<T> {

  private final Class<T> entity;
  private final Function<T, UUID> id;
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> parameters = new LinkedHashMap<>();

  /**
   * All rows, until a condition is added.
   *
   * @param entity the entity, whose identifier is called {@code id}
   * @param id how to read it
   */
  public KeysetQuery(Class<T> entity, Function<T, UUID> id) {
    this.entity = entity;
    this.id = id;
  }

  /**
   * Narrows the rows if there is a value to narrow them by.
   *
   * @param condition in Hibernate's query language, with one parameter
   * @param parameter name of the parameter, other than {@code after}
   * @param value its value; {@code null}: no condition
   */
  public KeysetQuery<T> where(String condition, String parameter, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      parameters.put(parameter, value);
    }
    return this;
  }

  /**
   * Reads a page.
   *
   * @param session session of the current unit of work
   * @param request which page
   */
  public Page<T> page(Session session, PageRequest request) {
    where("id < :after", "after", request.after());
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    SelectionQuery<T> query =
        session
            .createSelectionQuery(
                "from " + entity.getSimpleName() + where + " order by id desc", entity)
            .setMaxResults(request.limit() + 1);
    parameters.forEach(query::setParameter);
    return Page.of(query.getResultList(), request, id);
  }

  /**
   * A pattern for {@code like … escape '!'} that finds a text anywhere, whatever its case.
   *
   * @param text what to look for, taken literally; {@code null}: nothing to look for
   */
  public static @Nullable String containing(@Nullable String text) {
    return text == null
        ? null
        : "%" + text.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
  }
}
