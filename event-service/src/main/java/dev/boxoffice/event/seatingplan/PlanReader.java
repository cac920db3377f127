package dev.boxoffice.event.seatingplan;

import dev.boxoffice.defaults.problem.FieldError;
import dev.boxoffice.event.seatingplan.PlanDocument.Area;
import dev.boxoffice.event.seatingplan.PlanDocument.Category;
import dev.boxoffice.event.seatingplan.PlanDocument.Point;
import dev.boxoffice.event.seatingplan.PlanDocument.Row;
import dev.boxoffice.event.seatingplan.PlanDocument.Seat;
import dev.boxoffice.event.seatingplan.PlanDocument.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads a seating plan leniently: fields it does not know are passed over. */
final class PlanReader extends StdDeserializer<PlanDocument> {
  /** Where a plan is in a request's body. */
  private static final String ROOT = "plan";

  static final int NAME_CHARACTERS_MAX = 200;
  static final int LABEL_CHARACTERS_MAX = 50;
  private static final int UUID_CHARACTERS_MAX = 100;
  private static final int COLOR_CHARACTERS_MAX = 50;

  PlanReader() {
    super(PlanDocument.class);
  }

  @Override
  public PlanDocument deserialize(JsonParser parser, DeserializationContext context) {
    return new Reading(new PlanCursor(parser, ROOT)).plan();
  }

  @Override
  public PlanDocument getNullValue(DeserializationContext context) {
    List<FieldError> errors = List.of(new FieldError(ROOT, "must be an object"));
    return new PlanDocument("", null, null, List.of(), List.of(), errors);
  }

  /** Whether a plan must be there is for the request that carries it to say. */
  @Override
  public @Nullable Object getAbsentValue(DeserializationContext context) {
    return null;
  }

  /** One reading of one plan. */
  private static final class Reading {
    private final PlanCursor at;
    private final AreaReader areaReader;
    private int seatsRead;

    Reading(PlanCursor at) {
      this.at = at;
      this.areaReader = new AreaReader(at);
    }

    PlanDocument plan() {
      var fields =
          new Object() {
            @Nullable String name;
            @Nullable Double width;
            @Nullable Double height;
            List<Category> categories = new ArrayList<>();
            List<Zone> zones = new ArrayList<>();
          };
      at.object(
          field -> {
            switch (field) {
              case "name" -> fields.name = at.text(NAME_CHARACTERS_MAX);
              case "size" -> {
                if (!at.isNull()) {
                  at.object(
                      side -> {
                        switch (side) {
                          case "width" -> fields.width = length();
                          case "height" -> fields.height = length();
                          default -> at.skip();
                        }
                      });
                }
              }
              case "categories" -> {
                fields.categories = new ArrayList<>();
                at.array(() -> category(fields.categories));
              }
              case "zones" -> {
                fields.zones = new ArrayList<>();
                at.array(() -> fields.zones.add(zone()));
              }
              default -> at.skip();
            }
          });
      return new PlanDocument(
          orEmpty(fields.name),
          fields.width,
          fields.height,
          fields.categories,
          fields.zones,
          at.errors());
    }

    private @Nullable Double length() {
      Double length = at.number();
      if (length != null && length <= 0) {
        at.reject("must be more than 0");
      }
      return length;
    }

    private void category(List<Category> categories) {
      var fields =
          new Object() {
            @Nullable String name;
            @Nullable String color;
          };
      at.object(
          field -> {
            switch (field) {
              case "name" -> fields.name = at.text(NAME_CHARACTERS_MAX);
              case "color" -> fields.color = at.text(COLOR_CHARACTERS_MAX);
              default -> at.skip();
            }
          });
      if (fields.name == null || fields.name.isEmpty()) {
        at.rejectMissing("name");
        return;
      }
      categories.add(new Category(fields.name, fields.color));
    }

    private Zone zone() {
      var fields =
          new Object() {
            @Nullable String name;
            Point position = Point.ORIGIN;
            List<Row> rows = new ArrayList<>();
            List<Area> areas = new ArrayList<>();
          };
      at.object(
          field -> {
            switch (field) {
              case "name" -> fields.name = at.text(NAME_CHARACTERS_MAX);
              case "position" -> fields.position = areaReader.pointOrOrigin();
              case "rows" -> {
                fields.rows = new ArrayList<>();
                at.array(() -> fields.rows.add(row()));
              }
              case "areas" -> {
                fields.areas = new ArrayList<>();
                at.array(() -> fields.areas.add(areaReader.area()));
              }
              default -> at.skip();
            }
          });
      return new Zone(orEmpty(fields.name), fields.position, fields.rows, fields.areas);
    }

    private Row row() {
      var fields =
          new Object() {
            @Nullable String label;
            Point position = Point.ORIGIN;
            List<Seat> seats = new ArrayList<>();
          };
      at.object(
          field -> {
            switch (field) {
              case "row_number" -> fields.label = at.text(LABEL_CHARACTERS_MAX);
              case "position" -> fields.position = areaReader.pointOrOrigin();
              case "seats" -> {
                fields.seats = new ArrayList<>();
                at.array(() -> seat(fields.seats));
              }
              default -> at.skip();
            }
          });
      return new Row(orEmpty(fields.label), fields.position, fields.seats);
    }

    private void seat(List<Seat> seats) {
      if (++seatsRead > Layout.SEATS_MAX) {
        if (seatsRead == Layout.SEATS_MAX + 1) {
          at.reject("is one more than the " + Layout.SEATS_MAX + " seats that a plan may have");
        }
        at.skip();
        return;
      }
      var fields =
          new Object() {
            @Nullable String number;
            @Nullable String uuid;
            @Nullable String category;
            @Nullable Point position;
            boolean accessible;
            boolean companion;
            boolean restrictedView;
          };
      int errorsBefore = at.errors().size();
      at.object(
          field -> {
            switch (field) {
              case "seat_number" -> fields.number = at.text(LABEL_CHARACTERS_MAX);
              case "uuid" -> fields.uuid = at.text(UUID_CHARACTERS_MAX);
              case "category" -> fields.category = at.text(NAME_CHARACTERS_MAX);
              case "position" -> fields.position = areaReader.point();
              case "accessible" -> fields.accessible = at.flag();
              case "companion" -> fields.companion = at.flag();
              case "restricted_view" -> fields.restrictedView = at.flag();
              default -> at.skip();
            }
          });
      if (at.errors().size() > errorsBefore) {
        return;
      }
      if (fields.number == null || fields.number.isEmpty()) {
        at.rejectMissing("seat_number");
      } else if (fields.category == null) {
        at.rejectMissing("category");
      } else if (fields.position == null) {
        at.rejectMissing("position");
      } else {
        seats.add(
            new Seat(
                fields.number,
                fields.uuid == null || fields.uuid.isEmpty() ? null : fields.uuid,
                fields.category,
                fields.position,
                fields.accessible,
                fields.companion,
                fields.restrictedView));
      }
    }

    private static String orEmpty(@Nullable String text) {
      return Objects.requireNonNullElse(text, "");
    }
  }
}
