package com.dotmac.platform.it.configuration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tables of settings in Markdown, one for each section of the file. */
final class SettingsTables {
  private SettingsTables() {}

  static String of(List<Setting> settings) {
    Map<String, List<Setting>> sections =
        settings.stream()
            .collect(
                Collectors.groupingBy(Setting::section, LinkedHashMap::new, Collectors.toList()));
    return sections.entrySet().stream()
        .map(section -> "### `" + section.getKey() + "`\n\n" + table(section.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private static String table(List<Setting> settings) {
    return settings.stream()
        .map(SettingsTables::row)
        .collect(
            Collectors.joining(
                "", "| key | variable | default | type | meaning |\n|---|---|---|---|---|\n", ""));
  }

  private static String row(Setting setting) {
    String variable = setting.variable() == null ? "" : code(setting.variable());
    return List.of(
            code(setting.key()),
            variable,
            setting.preset().isEmpty() ? "none" : code(setting.preset()),
            setting.type(),
            setting.meaning())
        .stream()
        .map(SettingsTables::withoutBreaks)
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String withoutBreaks(String text) {
    return text.replaceAll("\\s+", " ").replace("|", "\\|");
  }

  private static String code(String text) {
    return "`" + text + "`";
  }
}
