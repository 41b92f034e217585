package com.dotmac.platform.app.http;

import com.dotmac.platform.app.http.Problem.Fault;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Refuses a query parameter that the endpoint does not have, that is given twice, or that is empty:
 * a filter with a slip in its name, or without a value, would otherwise answer with everything.
 */
public final class QueryParameterFilter implements DynamicFeature {

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    Set<String> known =
        Arrays.stream(resource.getResourceMethod().getParameters())
            .flatMap(QueryParameterFilter::names)
            .collect(Collectors.toUnmodifiableSet());
    context.register(new OfMethod(known));
  }

  private static Stream<String> names(Parameter parameter) {
    if (parameter.isAnnotationPresent(BeanParam.class)) {
      return Arrays.stream(parameter.getType().getDeclaredConstructors())
          .flatMap(constructor -> Arrays.stream(constructor.getParameters()))
          .flatMap(QueryParameterFilter::names);
    }
    QueryParam query = parameter.getAnnotation(QueryParam.class);
    return query == null ? Stream.empty() : Stream.of(query.value());
  }

  private record OfMethod(Set<String> known) implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      request
          .getUriInfo()
          .getQueryParameters()
          .forEach(
              (name, values) -> {
                if (!known.contains(name)) {
                  throw refusal(name, "is not a parameter of this endpoint");
                }
                if (values.size() > 1) {
                  throw refusal(name, "is given more than once");
                }
                if (values.get(0).isEmpty()) {
                  throw refusal(name, "must not be empty");
                }
                if (!StrictText.isKeepable(values.get(0))) {
                  throw refusal(name, "must not hold NUL or broken Unicode");
                }
              });
    }
  }

  /** The refusal of a parameter. */
  static ProblemException refusal(String name, String detail) {
    return new ProblemException(
        ProblemCode.INVALID_PARAMETER,
        "The parameter '" + name + "' " + detail + ".",
        Fault.in(name, detail));
  }
}
