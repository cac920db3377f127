package dev.boxoffice.local.launcher.publishing;

import dev.boxoffice.local.stack.StackException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A seating plan as it lies on disk. The catalogue decides whether it can be sold. */
public record PlanFile(JsonNode content) {

  /** What the catalogue reads, by the name of the thing that carries it. */
  private static final Map<String, Set<String>> USED =
      Map.of(
          "plan", Set.of("name", "size", "categories", "zones"),
          "category", Set.of("name", "color"),
          "area",
              Set.of(
                  "shape",
                  "position",
                  "rotation",
                  "color",
                  "border_color",
                  "text",
                  "rectangle",
                  "circle",
                  "ellipse",
                  "polygon",
                  "capacity",
                  "category"),
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

  public static PlanFile read(Path file) {
    if (!Files.isReadable(file)) {
      throw new StackException("cannot read " + file);
    }
    try {
      return new PlanFile(new JsonMapper().readTree(file));
    } catch (JacksonException e) {
      throw new StackException(file + " is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  public String name() {
    return content.path("name").asString("");
  }

  public List<String> categories() {
    return content.path("categories").valueStream().map(c -> c.path("name").asString("")).toList();
  }

  public int seats() {
    return (int) rows().stream().mapToLong(row -> row.path("seats").size()).sum();
  }

  /** One line for each kind of thing that is in the file and not sold, and why. */
  public List<String> skipped() {
    List<String> lines = new ArrayList<>();
    Set<String> withSeats = categoriesWithSeats();
    for (String category : categories()) {
      if (!withSeats.contains(category)) {
        lines.add("category \"" + category + "\": no seats have it");
      }
    }
    addUnsold(lines, "a capacity", area -> area.path("capacity").asInt(0) == 0);
    addUnsold(
        lines,
        "a category",
        area -> area.path("capacity").asInt(0) != 0 && !area.hasNonNull("category"));
    Map<String, Integer> unused = new TreeMap<>();
    count("plan", List.of(content), unused);
    count("category", content.path("categories").valueStream().toList(), unused);
    count("zone", zones(), unused);
    count("area", areas(), unused);
    count("row", rows(), unused);
    count("seat", seatNodes(), unused);
    unused.forEach((field, times) -> lines.add(times + " x " + field + ": " + reason(field)));
    return lines;
  }

  private void addUnsold(List<String> lines, String missing, Predicate<JsonNode> isMissing) {
    long areas = areas().stream().filter(isMissing).count();
    if (areas > 0) {
      lines.add(
          "%d %s without %s: drawn on the map, not for sale"
              .formatted(areas, areas == 1 ? "area" : "areas", missing));
    }
  }

  private Set<String> categoriesWithSeats() {
    return Stream.concat(
            seatNodes().stream(),
            areas().stream().filter(area -> area.path("capacity").asInt(0) != 0))
        .map(place -> place.path("category").asString(""))
        .collect(Collectors.toSet());
  }

  private List<JsonNode> seatNodes() {
    return rows().stream().flatMap(row -> row.path("seats").valueStream()).toList();
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
