package com.dotmac.platform.it.configuration;

import com.dotmac.platform.it.openapi.Comments;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.jackson.Jackson;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.comments.CommentLine;
import org.yaml.snakeyaml.comments.CommentType;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The settings of a packaged file: each value in it beside the property of the class that reads it.
 * What a class of ours reads is explained by the comment of its getter, anything else by the
 * comment above it in the file.
 */
final class SettingsFile {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+):-(.*)}");
  private static final String OURS = "com.dotmac.platform.";

  private final ObjectMapper mapper = Jackson.newObjectMapper();
  private final Comments comments;
  private final Map<String, Setting> settings = new LinkedHashMap<>();

  private SettingsFile(Comments comments) {
    this.comments = comments;
  }

  /**
   * Reads a file.
   *
   * @param file the packaged file
   * @param configuration what was built of it
   * @param comments of the sources
   * @return its settings in their order, then properties of our classes that it does not mention
   */
  static List<Setting> read(Path file, Object configuration, Comments comments) {
    SettingsFile reader = new SettingsFile(comments);
    LoaderOptions options = new LoaderOptions();
    options.setProcessComments(true);
    try (Reader text = Files.newBufferedReader(file)) {
      reader.ofObject("", (MappingNode) new Yaml(options).compose(text), configuration);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ArrayList<>(reader.settings.values());
  }

  private void ofObject(String path, MappingNode node, @Nullable Object target) {
    Map<String, BeanPropertyDefinition> properties = properties(target);
    for (NodeTuple entry : node.getValue()) {
      String name = ((ScalarNode) entry.getKeyNode()).getValue();
      String key = path.isEmpty() ? name : path + "." + name;
      BeanPropertyDefinition property = properties.remove(name);
      if (entry.getValueNode() instanceof ScalarNode value) {
        add(key, value, property, target, said(entry.getKeyNode()));
      } else {
        ofNode(key, entry.getValueNode(), value(property, name, target));
      }
    }
    if (isOurs(target)) {
      properties.values().stream()
          .filter(property -> isOursToo(property))
          .forEach(property -> unmentioned(path + "." + property.getName(), property, target));
    }
  }

  private void ofNode(String key, Node node, @Nullable Object target) {
    if (node instanceof MappingNode object) {
      ofObject(key, object, target);
    } else if (node instanceof SequenceNode list && target instanceof List<?> values) {
      for (int i = 0; i < list.getValue().size(); i++) {
        ofNode(key, list.getValue().get(i), values.get(i));
      }
    }
  }

  private void add(
      String key,
      ScalarNode value,
      @Nullable BeanPropertyDefinition property,
      @Nullable Object target,
      String said) {
    Matcher variable = VARIABLE.matcher(value.getValue());
    boolean named = variable.matches();
    boolean ours = property != null && isOurs(target);
    settings.putIfAbsent(
        key,
        new Setting(
            key,
            named ? variable.group(1) : null,
            named ? variable.group(2) : value.getValue(),
            property == null ? Types.ofText() : Types.of(property),
            ours ? commentOf(property, target) : said,
            ours));
  }

  private void unmentioned(String key, BeanPropertyDefinition property, @Nullable Object target) {
    settings.put(
        key, new Setting(key, null, "", Types.of(property), commentOf(property, target), true));
  }

  private String commentOf(@Nullable BeanPropertyDefinition property, @Nullable Object target) {
    return property == null || target == null || property.getGetter() == null
        ? ""
        : comments.of(property.getGetter().getDeclaringClass(), property.getGetter().getName());
  }

  /** The lines above a key, as one text. */
  private static String said(Node key) {
    List<CommentLine> lines = Optional.ofNullable(key.getBlockComments()).orElse(List.of());
    int blank = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).getCommentType() == CommentType.BLANK_LINE) {
        blank = i;
      }
    }
    return lines.subList(blank, lines.size()).stream()
        .map(line -> line.getValue().strip())
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private Map<String, BeanPropertyDefinition> properties(@Nullable Object target) {
    Map<String, BeanPropertyDefinition> properties = new LinkedHashMap<>();
    if (target != null && !(target instanceof Map)) {
      mapper
          .getDeserializationConfig()
          .introspect(mapper.constructType(target.getClass()))
          .findProperties()
          .forEach(property -> properties.put(property.getName(), property));
    }
    return properties;
  }

  private static @Nullable Object value(
      @Nullable BeanPropertyDefinition property, String name, @Nullable Object target) {
    if (target instanceof Map<?, ?> map) {
      return map.get(name);
    }
    if (property == null || target == null || property.getAccessor() == null) {
      return null;
    }
    property.getAccessor().fixAccess(true);
    Object value = property.getAccessor().getValue(target);
    return value instanceof Optional<?> optional ? optional.orElse(null) : value;
  }

  private static boolean isOurs(@Nullable Object target) {
    return target != null && target.getClass().getName().startsWith(OURS);
  }

  /** Whether our class declares it, and not one of Dropwizard's that ours extends. */
  private static boolean isOursToo(BeanPropertyDefinition property) {
    return property.couldDeserialize()
        && property.getAccessor() != null
        && property.getAccessor().getDeclaringClass().getName().startsWith(OURS)
        && property.getAccessor().getRawType() != DataSourceFactory.class;
  }
}
