package dev.boxoffice.event.seatingplan;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Draws seating plans in the open format, with the repeats that real files have. */
public final class PlanMaker {
  public static final double SEAT_SPACING = 25;
  public static final double ROW_SPACING = 30;

  private final List<Map<String, Object>> categories = new ArrayList<>();
  private final List<Map<String, Object>> zones = new ArrayList<>();

  private PlanMaker() {}

  public static PlanMaker plan(String... categories) {
    PlanMaker maker = new PlanMaker();
    for (String category : categories) {
      maker.categories.add(map("name", category, "color", "#4CAF50"));
    }
    return maker;
  }

  /** A stadium: sections of 25 rows of 20 seats, as many as the seats need. */
  public static Map<String, Object> stadium(int seats) {
    PlanMaker maker = plan("Lower", "Upper");
    int sections = seats / 500;
    for (int s = 0; s < sections; s++) {
      ZoneMaker zone = maker.zone("Stand " + (s + 1), s * 1_000, 0);
      for (int r = 0; r < 25; r++) {
        zone.row(Integer.toString(r + 1), 0, r * ROW_SPACING, 20, s % 2 == 0 ? "Lower" : "Upper");
      }
    }
    return maker.json();
  }

  public ZoneMaker zone(String name, double x, double y) {
    Map<String, Object> zone =
        map("name", name, "position", point(x, y), "rows", list(), "areas", list());
    zones.add(zone);
    return new ZoneMaker(zone, zones.size());
  }

  public Map<String, Object> json() {
    return map(
        "name",
        "Plan",
        "size",
        map("width", 2000, "height", 1500),
        "categories",
        categories,
        "zones",
        zones);
  }

  public static Map<String, Object> point(double x, double y) {
    return map("x", x, "y", y);
  }

  /** A mutable map of alternating names and values, so that a test may spoil it. */
  public static Map<String, Object> map(@Nullable Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return map;
  }

  private static List<Object> list() {
    return new ArrayList<>();
  }

  /** Adds rows and areas to one zone. */
  public static final class ZoneMaker {
    private final Map<String, Object> zone;
    private final int zoneNumber;

    private ZoneMaker(Map<String, Object> zone, int zoneNumber) {
      this.zone = zone;
      this.zoneNumber = zoneNumber;
    }

    /** A straight row of seats 1, 2, 3 to the right. */
    @CanIgnoreReturnValue
    public ZoneMaker row(String label, double x, double y, int seats, String category) {
      List<Map<String, Object>> list = new ArrayList<>();
      for (int i = 0; i < seats; i++) {
        list.add(seat(label, Integer.toString(i + 1), i * SEAT_SPACING, 0, category));
      }
      return row(label, x, y, list);
    }

    @CanIgnoreReturnValue
    public ZoneMaker row(String label, double x, double y, List<Map<String, Object>> seats) {
      add("rows", map("row_number", label, "position", point(x, y), "seats", seats));
      return this;
    }

    /** A seat whose guid repeats in every row of that label, as editors write it. */
    public Map<String, Object> seat(
        String row, String number, double x, double y, String category) {
      return map(
          "seat_number",
          number,
          "seat_guid",
          "Zone" + zoneNumber + "-" + row + "-" + number,
          "uuid",
          UUID.randomUUID().toString(),
          "position",
          point(x, y),
          "category",
          category);
    }

    @CanIgnoreReturnValue
    public ZoneMaker area(Map<String, Object> area) {
      add("areas", area);
      return this;
    }

    private void add(String field, Object element) {
      @SuppressWarnings("unchecked")
      List<Object> list = (List<Object>) zone.get(field);
      if (list == null) {
        throw new IllegalStateException("No " + field);
      }
      list.add(element);
    }
  }
}
