package com.dotmac.platform.domain.shared;

/** A refusal that knows which part of what was sent it is about. */
public interface Placed {

  /** The part, as a JSON pointer (RFC 6901) from the place where the domain's part begins. */
  String pointer();
}
