package dev.boxoffice.event.seatingplan;

import dev.boxoffice.event.seatingplan.Layout.Category;
import dev.boxoffice.event.seatingplan.Layout.Seat;
import dev.boxoffice.event.seatingplan.Layout.Section;
import dev.boxoffice.event.seatingplan.PlanDocument.Area;
import dev.boxoffice.event.seatingplan.PlanDocument.Point;
import dev.boxoffice.event.seatingplan.PlanDocument.Row;
import dev.boxoffice.event.seatingplan.PlanDocument.Zone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a checked plan into a layout: sections, blocks, neighbours, and the order of the map. */
final class SeatArrangement {
  private record RowOfBlock(int block, String label) {}

  private record GeneralAdmission(int section, Point spot, int places) {}

  private final PlanDocument plan;
  private final List<PlacedSeat> seats;
  private final SectionList sections;
  private final List<GeneralAdmission> generalAdmissions = new ArrayList<>();
  private final int[] section;
  private final int[] block;
  private final Neighbours neighbours;

  private SeatArrangement(PlanDocument plan, List<PlacedSeat> seats) {
    this.plan = plan;
    this.seats = seats;
    this.sections = new SectionList(plan.categories());
    this.section = new int[seats.size()];
    this.block = new int[seats.size()];
    this.neighbours =
        new Neighbours(
            seats.stream().mapToDouble(s -> s.spot().x()).toArray(),
            seats.stream().mapToDouble(s -> s.spot().y()).toArray());
  }

  /** Places of an area without numbered seats; without a category it is only drawn. */
  static int placesOf(Area area) {
    return area.capacity() == null || area.category() == null ? 0 : area.capacity();
  }

  static Layout of(PlanDocument plan, List<PlacedSeat> seats) {
    SeatArrangement arrangement = new SeatArrangement(plan, seats);
    arrangement.arrange();
    return arrangement.layout();
  }

  private void arrange() {
    Blocks blocks = new Blocks();
    int next = 0;
    for (int z = 0; z < plan.zones().size(); z++) {
      Zone zone = plan.zones().get(z);
      blocks.startZone();
      // Rows of one label in one block are one row, however many pieces the file has it in.
      Map<RowOfBlock, List<Integer>> rows = new LinkedHashMap<>();
      for (Row row : zone.rows()) {
        for (int blockOfSeat : blocks.of(row)) {
          section[next] = sections.indexOf(z, zone, seats.get(next).seat().category());
          block[next] = blockOfSeat;
          rows.computeIfAbsent(new RowOfBlock(blockOfSeat, row.label()), _ -> new ArrayList<>())
              .add(next);
          next++;
        }
      }
      neighbours.link(
          rows.values().stream()
              .map(row -> row.stream().mapToInt(Integer::intValue).toArray())
              .toList());
      addGeneralAdmission(zone);
    }
  }

  private void addGeneralAdmission(Zone zone) {
    for (Area area : zone.areas()) {
      if (area.category() != null && placesOf(area) > 0) {
        Point spot = zone.position().plus(area.position()).plus(ShapeList.middle(area));
        generalAdmissions.add(
            new GeneralAdmission(
                sections.add(zone, area, area.category()),
                PlacedSeat.rounded(spot),
                placesOf(area)));
      }
    }
  }

  private Layout layout() {
    List<Section> all = sections.all();
    List<List<Integer>> seatsOfSection = new ArrayList<>();
    all.forEach(_ -> seatsOfSection.add(new ArrayList<>()));
    for (int i = 0; i < section.length; i++) {
      seatsOfSection.get(section[i]).add(i);
    }
    Map<Integer, GeneralAdmission> standing = new LinkedHashMap<>();
    generalAdmissions.forEach(area -> standing.put(area.section(), area));

    int[] index = new int[section.length];
    int next = 0;
    for (int s = 0; s < all.size(); s++) {
      for (int seat : seatsOfSection.get(s)) {
        index[seat] = next++;
      }
      GeneralAdmission area = standing.get(s);
      next += area == null ? 0 : area.places();
    }

    List<Seat> arranged = new ArrayList<>(next);
    for (int s = 0; s < all.size(); s++) {
      for (int seat : seatsOfSection.get(s)) {
        arranged.add(numbered(seat, index));
      }
      GeneralAdmission area = standing.get(s);
      for (int n = 1; area != null && n <= area.places(); n++) {
        arranged.add(place(area, n));
      }
    }
    return new MapSize(plan, arranged).layout(ShapeList.of(plan.zones()), categories(), all);
  }

  private Seat numbered(int i, int[] index) {
    PlacedSeat placed = seats.get(i);
    Row row = plan.zones().get(placed.zone()).rows().get(placed.row());
    int left = neighbours.left(i);
    int right = neighbours.right(i);
    return new Seat(
        section[i],
        row.label(),
        placed.seat().number(),
        placed.spot().x(),
        placed.spot().y(),
        Integer.toString(block[i]),
        left == Layout.NOBODY ? left : index[left],
        right == Layout.NOBODY ? right : index[right],
        placed.seat().accessible(),
        placed.seat().companion(),
        placed.seat().restrictedView());
  }

  private static Seat place(GeneralAdmission area, int number) {
    return new Seat(
        area.section(),
        null,
        Integer.toString(number),
        area.spot().x(),
        area.spot().y(),
        null,
        Layout.NOBODY,
        Layout.NOBODY,
        false,
        false,
        false);
  }

  private List<Category> categories() {
    Map<String, Category> byName = new LinkedHashMap<>();
    plan.categories()
        .forEach(
            c -> byName.putIfAbsent(c.name(), new Category(c.name(), ShapeList.color(c.color()))));
    return List.copyOf(byName.values());
  }
}
