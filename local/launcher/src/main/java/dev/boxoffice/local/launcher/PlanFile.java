package dev.boxoffice.local.launcher;

import dev.boxoffice.local.stack.StackException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A seating plan as it lies on disk. The catalogue decides whether it can be sold. */
record PlanFile(JsonNode content) {

  /** What the catalogue reads, by the name of the thing that carries it. */
  private static final Map<String, Set<String>> USED =
      Map.of(
          "plan", Set.of("name", "size", "categories", "zones"),
          "zone", Set.of("name", "position", "rows", "areas"),
          "row", Set.of("row_number", "position", "seats"),
          "seat",
              Set.of(
                  "seat_number",
                  "uuid",
                  "position",
                  "category",
                  "accessible",
                  "companion",
                  "restricted_view"));

  static PlanFile read(Path file) {
    if (!Files.isReadable(file)) {
      throw new StackException("cannot read " + file);
    }
    try {
      return new PlanFile(new JsonMapper().readTree(file));
    } catch (JacksonException e) {
      throw new StackException(file + " is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  String name() {
    return content.path("name").asString("");
  }

  List<String> categories() {
    return content.path("categories").valueStream().map(c -> c.path("name").asString("")).toList();
  }

  int seats() {
    return (int) rows().stream().mapToLong(row -> row.path("seats").size()).sum();
  }

  /** One line for each kind of thing that is in the file and not sold, and why. */
  List<String> skipped() {
    List<String> lines = new ArrayList<>();
    long drawings = areas().stream().filter(area -> !area.has("capacity")).count();
    if (drawings > 0) {
      lines.add(drawings + " areas without a capacity: drawn on the map, not for sale");
    }
    Map<String, Integer> unused = new TreeMap<>();
    count("plan", List.of(content), unused);
    count("zone", zones(), unused);
    count("row", rows(), unused);
    count("seat", rows().stream().flatMap(row -> row.path("seats").valueStream()).toList(), unused);
    unused.forEach((field, times) -> lines.add(times + " x " + field + ": " + reason(field)));
    return lines;
  }

  private static String reason(String field) {
    return field.equals("seat.seat_guid")
        ? "labels repeat in real plans; every place gets an id of its own"
        : "means nothing to the sale";
  }

  private static void count(String thing, List<JsonNode> nodes, Map<String, Integer> unused) {
    Set<String> used = USED.getOrDefault(thing, Set.of());
    unused.putAll(
        nodes.stream()
            .flatMap(node -> node.propertyNames().stream())
            .filter(field -> !used.contains(field))
            .collect(Collectors.toMap(field -> thing + "." + field, field -> 1, Integer::sum)));
  }

  private List<JsonNode> zones() {
    return content.path("zones").valueStream().toList();
  }

  private List<JsonNode> rows() {
    return zones().stream().flatMap(zone -> zone.path("rows").valueStream()).toList();
  }

  private List<JsonNode> areas() {
    return zones().stream().flatMap(zone -> zone.path("areas").valueStream()).toList();
  }
}
