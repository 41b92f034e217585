package com.dotmac.platform.app.http;

import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list on the wire, newest first.
 *
 * @param data the rows
 * @param nextCursor what to send as {@code cursor} for the next page; {@code null} on the last
 * @param <T> kind of row
 */
public record PageJson<T>(List<T> data, @Nullable String nextCursor) {

  /** Takes a copy. */
  public PageJson {
    data = List.copyOf(data);
  }

  /**
   * Reads what a caller asked for.
   *
   * @param limit rows of the page, checked already
   * @param cursor where the page begins; {@code null} for the first page
   * @throws ProblemException if the cursor is not one of ours
   */
  public static PageRequest request(int limit, @Nullable String cursor) {
    return Cursor.page(limit, cursor);
  }

  /**
   * A page as an answer, with a {@code Link} to the next (RFC 8288).
   *
   * @param page rows
   * @param view how a row looks on the wire
   * @param uri address of this page
   */
  public static <E, T> Response response(Page<E> page, Function<E, T> view, UriInfo uri) {
    UUID next = page.next();
    List<T> data = page.items().stream().map(view).toList();
    if (next == null) {
      return Response.ok(new PageJson<>(data, null)).build();
    }
    String cursor = Cursor.of(next);
    return Response.ok(new PageJson<>(data, cursor))
        .links(
            Link.fromUri(uri.getRequestUriBuilder().replaceQueryParam("cursor", cursor).build())
                .rel("next")
                .build())
        .build();
  }
}
