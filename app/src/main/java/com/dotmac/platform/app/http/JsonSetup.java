package com.dotmac.platform.app.http;

import com.dotmac.platform.domain.shared.Coded;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotationIntrospectorPair;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.openapitools.jackson.nullable.JsonNullableModule;

/**
 * How JSON is read and written: strict about names and kinds, enums by their code, instants in RFC
 * 3339 with {@code Z}.
 */
public final class JsonSetup {

  // No body of the API is deeper than three, and no field longer than a few thousand characters:
  // what
  // is beyond these was made to cost time, and is not read to its end.
  private static final int MAX_DEPTH = 32;
  private static final int MAX_NAME = 256;
  private static final int MAX_TEXT = 100_000;
  private static final int MAX_NUMBER = 100;

  private JsonSetup() {}

  /** Makes a mapper speak as the API does. */
  public static void apply(ObjectMapper mapper) {
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxNameLength(MAX_NAME)
                .maxStringLength(MAX_TEXT)
                .maxNumberLength(MAX_NUMBER)
                .build());
    mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    mapper.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
    mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    mapper.configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(), true);
    mapper.configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true);
    mapper.setConfig(
        mapper.getDeserializationConfig().without(MapperFeature.ALLOW_COERCION_OF_SCALARS));
    // Nor is an empty text a number or a date that was left out.
    mapper
        .coercionConfigDefaults()
        .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
    mapper.setDefaultPropertyInclusion(JsonInclude.Include.ALWAYS);
    mapper.registerModule(new JsonNullableModule());
    mapper.registerModule(
        new SimpleModule("strict-values")
            .addDeserializer(String.class, new StrictText())
            .addDeserializer(UUID.class, new Identifier())
            .addDeserializer(Instant.class, new StrictInstant())
            .addDeserializer(LocalDate.class, new StrictDate())
            .addDeserializer(BigDecimal.class, new StrictRate()));
    mapper.registerModule(
        new SimpleModule("codes") {
          @Override
          public void setupModule(SetupContext context) {
            context.addDeserializers(new CodedValues());
            context.addDeserializers(new PatchValues());
          }
        });
    mapper.setAnnotationIntrospector(
        AnnotationIntrospectorPair.create(
            new Codes(), mapper.getSerializationConfig().getAnnotationIntrospector()));
  }

  /** Lets Jackson write enums by their code without an annotation in the domain. */
  private static final class Codes extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public String[] findEnumValues(
        MapperConfig<?> config,
        AnnotatedClass annotatedClass,
        Enum<?>[] constants,
        String[] names) {
      for (int i = 0; i < constants.length; i++) {
        if (constants[i] instanceof Coded coded) {
          names[i] = coded.code();
        }
      }
      return names;
    }
  }
}
