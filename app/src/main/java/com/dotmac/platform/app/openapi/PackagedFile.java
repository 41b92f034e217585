package com.dotmac.platform.app.openapi;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file of the jar as an answer, with a tag by which a browser asks whether it still has it. */
final class PackagedFile {
  private static final int SECONDS_UNTIL_ASKED_AGAIN = 300;

  private final byte[] content;
  private final String mediaType;
  private final EntityTag tag;

  /**
   * Reads it.
   *
   * @param path of the resource, from the root of the class path
   * @param mediaType with its character set
   * @throws IllegalStateException if the jar lacks it
   */
  PackagedFile(String path, String mediaType) {
    this.mediaType = mediaType;
    try (InputStream file = PackagedFile.class.getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalStateException("The jar lacks " + path);
      }
      content = file.readAllBytes();
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      tag = new EntityTag(HexFormat.of().formatHex(digest, 0, 16));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The file, or that the caller has it. */
  Response.ResponseBuilder answerTo(Request request) {
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    CacheControl cache = new CacheControl();
    cache.setMaxAge(SECONDS_UNTIL_ASKED_AGAIN);
    return (unchanged == null ? Response.ok(content, mediaType) : unchanged)
        .tag(tag)
        .cacheControl(cache);
  }
}
