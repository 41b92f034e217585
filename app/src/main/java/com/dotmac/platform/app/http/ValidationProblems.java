package com.dotmac.platform.app.http;

import com.dotmac.platform.app.http.Problem.Fault;
import io.dropwizard.jersey.validation.JerseyViolationException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.reflect.Parameter;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields and parameters whose values break a rule: all of them at once, each with its place. */
final class ValidationProblems implements ExceptionMapper<JerseyViolationException> {

  @Override
  public Response toResponse(JerseyViolationException e) {
    List<Fault> faults =
        e.getConstraintViolations().stream()
            .map(violation -> fault(violation, e))
            .distinct()
            .sorted(Comparator.comparing(Fault::toString))
            .toList();
    return faults.stream().anyMatch(fault -> fault.parameter() != null)
        ? Problem.of(ProblemCode.INVALID_PARAMETER, "A parameter of the request is wrong.", faults)
            .response()
        : Problem.of(ProblemCode.VALIDATION_FAILED, "A field of the body is wrong.", faults)
            .response();
  }

  private static Fault fault(ConstraintViolation<?> violation, JerseyViolationException e) {
    StringBuilder pointer = new StringBuilder();
    String parameter = null;
    for (Path.Node node : violation.getPropertyPath()) {
      if (node.getKind() == ElementKind.PARAMETER) {
        int index = node.as(Path.ParameterNode.class).getParameterIndex();
        parameter = parameterName(e.getInvocable().getHandlingMethod().getParameters()[index]);
      } else {
        appendPlace(pointer, node);
        if (node.getKind() == ElementKind.PROPERTY) {
          append(pointer, node.getName());
        }
      }
    }
    return parameter == null
        ? Fault.at(pointer.toString(), violation.getMessage())
        : Fault.in(parameter, violation.getMessage());
  }

  /** Which element of the list or map before it a node stands for, or is in. */
  private static void appendPlace(StringBuilder pointer, Path.Node node) {
    if (node.getIndex() != null) {
      append(pointer, String.valueOf(node.getIndex()));
    } else if (node.getKey() != null) {
      append(pointer, String.valueOf(node.getKey()));
    }
  }

  private static void append(StringBuilder pointer, String name) {
    pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
  }

  private static @Nullable String parameterName(Parameter parameter) {
    QueryParam query = parameter.getAnnotation(QueryParam.class);
    HeaderParam header = parameter.getAnnotation(HeaderParam.class);
    if (query != null) {
      return query.value();
    }
    return header == null ? null : header.value();
  }
}
