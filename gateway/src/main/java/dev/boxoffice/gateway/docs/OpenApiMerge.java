package dev.boxoffice.gateway.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes one OpenAPI description of several. Paths must differ. Two components of one name that
 * differ are both kept: the later under its service's name, with the references to it rewritten.
 */
final class OpenApiMerge {
  private static final String COMPONENTS = "#/components/";

  private final Map<String, Object> paths = new TreeMap<>();
  private final Map<String, Map<String, @Nullable Object>> components = new TreeMap<>();

  void add(String service, Map<?, ?> description) {
    Map<String, String> renamed = new LinkedHashMap<>();
    Map<?, ?> mine = map(description.get("components"));
    mine.forEach(
        (section, entries) ->
            map(entries)
                .forEach(
                    (name, value) -> {
                      Object present = section(section).get(name);
                      if (present != null && !present.equals(value)) {
                        String at = COMPONENTS + section + "/";
                        renamed.put(at + name, at + service + "." + name);
                      }
                    }));
    mine.forEach(
        (section, entries) ->
            map(entries)
                .forEach(
                    (name, value) -> {
                      String reference = COMPONENTS + section + "/" + name;
                      String kept = renamed.getOrDefault(reference, reference);
                      String last = kept.substring(kept.lastIndexOf('/') + 1);
                      section(section).put(last, rewritten(value, renamed));
                    }));
    map(description.get("paths"))
        .forEach((path, calls) -> addPath(service, path.toString(), rewritten(calls, renamed)));
  }

  Map<String, Object> merged() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("openapi", "3.1.0");
    all.put(
        "info",
        Map.of(
            "title", "Boxoffice",
            "version", "1",
            "description", "Sells seats; never the same one twice."));
    all.put("security", List.of(Map.of("bearer", List.of())));
    all.put("paths", paths);
    section("securitySchemes")
        .put("bearer", Map.of("type", "http", "scheme", "bearer", "bearerFormat", "JWT"));
    all.put("components", components);
    return all;
  }

  private void addPath(String service, String path, @Nullable Object calls) {
    Map<Object, Object> both = new LinkedHashMap<>(map(paths.get(path)));
    map(calls)
        .forEach(
            (method, call) -> {
              if (both.put(method, call) != null && !method.equals("parameters")) {
                throw new IllegalStateException(
                    service
                        + " describes "
                        + method
                        + " "
                        + path
                        + ", which another has described");
              }
            });
    paths.put(path, both);
  }

  private Map<String, @Nullable Object> section(Object name) {
    return components.computeIfAbsent(name.toString(), _ -> new TreeMap<>());
  }

  private static @Nullable Object rewritten(@Nullable Object value, Map<String, String> renamed) {
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach(
          (key, entry) ->
              copy.put(
                  key.toString(),
                  key.equals("$ref") && entry instanceof String reference
                      ? renamed.getOrDefault(reference, reference)
                      : rewritten(entry, renamed)));
      return copy;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>();
      list.forEach(item -> copy.add(rewritten(item, renamed)));
      return copy;
    }
    return value;
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }
}
