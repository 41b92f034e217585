package com.dotmac.platform.app.http;

import com.dotmac.platform.app.http.Problem.Fault;
import com.dotmac.platform.domain.shared.Coded;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bodies that are no JSON, and JSON that does not fit: says where, and never which class it did not
 * fit.
 */
final class JsonProblems implements ExceptionMapper<JsonProcessingException> {

  private static final Logger LOGGER = LoggerFactory.getLogger(JsonProblems.class);

  @Override
  public Response toResponse(JsonProcessingException e) {
    if (e instanceof InvalidDefinitionException) {
      LOGGER.error("Request {} failed", RequestId.current(), e);
      return ExceptionMappers.surprise();
    }
    Optional<Problem> ofTheRequest = ProtocolProblems.carriedBy(e);
    if (ofTheRequest.isPresent()) {
      return ofTheRequest.get().response();
    }
    if (e instanceof StreamConstraintsException
        || e.getCause() instanceof StreamConstraintsException) {
      return Problem.of(
              ProblemCode.MALFORMED_REQUEST,
              "The body is nested too deeply, or a name, text or number in it is too long.",
              List.of())
          .response();
    }
    if (!(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
      return Problem.of(
              ProblemCode.MALFORMED_REQUEST,
              "The body is not the JSON object expected here.",
              List.of())
          .response();
    }
    return Problem.of(
            ProblemCode.VALIDATION_FAILED,
            "A field of the body is wrong.",
            List.of(Fault.at(pointer(mapping), detail(mapping))))
        .response();
  }

  private static String pointer(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            step ->
                step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
        .map(name -> "/" + name.replace("~", "~0").replace("/", "~1"))
        .collect(Collectors.joining());
  }

  private static String detail(JsonMappingException e) {
    if (e instanceof UnrecognizedPropertyException) {
      return "is not a field of this resource";
    }
    if (e instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
      return "must be one of "
          + Arrays.stream(format.getTargetType().getEnumConstants())
              .map(constant -> constant instanceof Coded coded ? coded.code() : constant.toString())
              .collect(Collectors.joining(", "));
    }
    if (e instanceof RefusedTextException) {
      return e.getOriginalMessage();
    }
    return "has a value of the wrong kind";
  }
}
