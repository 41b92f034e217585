package com.dotmac.platform.it.openapi;

import com.dotmac.platform.app.auth.AuthFeature;
import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.ForPartner;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.idempotency.IdempotencyFeature;
import com.dotmac.platform.app.idempotency.KeyHeader;
import com.dotmac.platform.domain.identity.Permission;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One operation as its method declares it. */
final class Operations {
  private final Comments comments;
  private final Schemas schemas;
  private final Problems problems;
  private final Parameters parameters;
  private final Examples examples;

  Operations(Comments comments, Schemas schemas, Problems problems, Examples examples) {
    this.comments = comments;
    this.schemas = schemas;
    this.problems = problems;
    this.examples = examples;
    parameters = new Parameters(schemas);
  }

  /**
   * The operation.
   *
   * @param name as {@code POST /api/v1/partners}
   * @param tag the part of the API that it belongs to
   * @throws IllegalStateException if the method does not say what it answers
   */
  ObjectNode of(Method method, String name, String tag) {
    Examples.Exchange example = examples.of(name);
    ObjectNode operation = Nodes.object();
    operation.putArray("tags").add(tag);
    operation.put("operationId", id(method));
    String said = comments.of(method.getDeclaringClass(), method.getName());
    operation.put("summary", said.replaceFirst("\\.$", ""));
    operation.put("description", asks(method));
    operation.set("parameters", parameters.of(method, example.parameters()));
    body(method)
        .ifPresent(body -> operation.set("requestBody", requestBody(method, body, example.sent())));
    ObjectNode responses = operation.putObject("responses");
    success(method, responses, example);
    problems
        .responses(Refusals.of(method, body(method).isPresent(), !consumed(method).isEmpty()))
        .forEach(responses::set);
    secure(method, operation.putArray("security"));
    return operation;
  }

  private static String asks(Method method) {
    Requires requires = method.getAnnotation(Requires.class);
    if (requires != null) {
      return "Requires the permission `" + requires.value().code() + "`.";
    }
    ForPartner forPartner = method.getAnnotation(ForPartner.class);
    if (forPartner != null) {
      return "For people of a partner whose role includes `%s`, and for whoever has the permission `%s`."
          .formatted(forPartner.value().code(), Permission.PARTNERS_WRITE.code());
    }
    return AuthFeature.asksForCredential(method)
        ? "Requires a credential, and no permission."
        : "Requires no credential.";
  }

  private static void secure(Method method, ArrayNode security) {
    if (AuthFeature.asksForCredential(method)) {
      ArrayNode permissions = security.addObject().putArray(Document.CREDENTIAL);
      Requires requires = method.getAnnotation(Requires.class);
      if (requires != null) {
        permissions.add(requires.value().code());
      }
    }
  }

  /** {@code PartnerResource.create} is {@code partnerCreate}. */
  private static String id(Method method) {
    String noun = method.getDeclaringClass().getSimpleName().replaceFirst("Resource$", "");
    String verb = method.getName();
    return Character.toLowerCase(noun.charAt(0))
        + noun.substring(1)
        + Character.toUpperCase(verb.charAt(0))
        + verb.substring(1);
  }

  private static Optional<Parameter> body(Method method) {
    return Arrays.stream(method.getParameters())
        .filter(
            parameter ->
                parameter.getType() != Caller.class
                    && Arrays.stream(parameter.getAnnotations())
                        .noneMatch(
                            annotation ->
                                annotation.annotationType().getName().startsWith("jakarta.ws.rs.")))
        .findFirst();
  }

  private ObjectNode requestBody(Method method, Parameter body, @Nullable Object sent) {
    ObjectNode described = Nodes.object();
    described.put("required", body.isAnnotationPresent(NotNull.class));
    ObjectNode content = described.putObject("content");
    for (String type : consumed(method)) {
      ObjectNode media = content.putObject(type);
      media.set("schema", schemas.sent(body.getType()));
      if (sent != null) {
        media.set("example", Nodes.value(sent));
      }
    }
    return described;
  }

  private static List<String> consumed(Method method) {
    Consumes own = method.getAnnotation(Consumes.class);
    Consumes all = method.getDeclaringClass().getAnnotation(Consumes.class);
    return own != null ? List.of(own.value()) : all != null ? List.of(all.value()) : List.of();
  }

  private static List<String> produced(Method method) {
    Produces own = method.getAnnotation(Produces.class);
    if (own == null) {
      throw new IllegalStateException(method + " does not say of which type it is: add @Produces");
    }
    return List.of(own.value());
  }

  private void success(Method method, ObjectNode responses, Examples.Exchange example) {
    Answers answers = method.getAnnotation(Answers.class);
    if (answers == null) {
      throw new IllegalStateException(method + " does not say what it answers: add @Answers");
    }
    ObjectNode response = responses.putObject(Integer.toString(answers.status()));
    response.put("description", answers.status() == 201 ? "Created." : "Done.");
    ObjectNode headers = response.putObject("headers");
    Headers.ofSuccess(headers, AuthFeature.asksForCredential(method));
    if (answers.page()) {
      Headers.refer(headers, HttpHeaders.LINK);
    } else if (answers.tag()) {
      Headers.refer(headers, HttpHeaders.ETAG);
    }
    if (answers.status() == 201) {
      Headers.refer(headers, HttpHeaders.LOCATION);
    }
    if (IdempotencyFeature.applies(method)) {
      Headers.refer(headers, KeyHeader.REPLAYED);
    }
    ObjectNode contents = response.putObject("content");
    if (answers.value() == byte[].class) {
      // A file: its type is all that can be said of it.
      produced(method).forEach(contents::putObject);
      return;
    }
    ObjectNode content = contents.putObject(MediaType.APPLICATION_JSON);
    content.set(
        "schema",
        answers.page() ? schemas.page(answers.value()) : schemas.answered(answers.value()));
    content.set("example", example.answered());
  }
}
