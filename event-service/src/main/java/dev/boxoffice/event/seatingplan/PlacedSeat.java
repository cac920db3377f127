package dev.boxoffice.event.seatingplan;

import dev.boxoffice.event.seatingplan.PlanDocument.Point;
import dev.boxoffice.event.seatingplan.PlanDocument.Row;
import dev.boxoffice.event.seatingplan.PlanDocument.Seat;
import dev.boxoffice.event.seatingplan.PlanDocument.Zone;
import java.util.ArrayList;
import java.util.List;

/** A numbered seat, where the file has it and where it stands. */
record PlacedSeat(int zone, int row, int index, Seat seat, Point spot) {

  /** All seats of a plan in the file's order, with absolute positions. */
  static List<PlacedSeat> of(PlanDocument plan) {
    List<PlacedSeat> placed = new ArrayList<>();
    for (int z = 0; z < plan.zones().size(); z++) {
      Zone zone = plan.zones().get(z);
      for (int r = 0; r < zone.rows().size(); r++) {
        Row row = zone.rows().get(r);
        Point origin = zone.position().plus(row.position());
        for (int s = 0; s < row.seats().size(); s++) {
          Seat seat = row.seats().get(s);
          Point spot = rounded(origin.plus(seat.position()));
          placed.add(new PlacedSeat(z, r, s, seat, spot));
        }
      }
    }
    return placed;
  }

  String path() {
    return "plan.zones[" + zone + "].rows[" + row + "].seats[" + index + "]";
  }

  /** To a hundredth of the plan's unit: nobody sees less, and the layout is much shorter. */
  static Point rounded(Point point) {
    return new Point(rounded(point.x()), rounded(point.y()));
  }

  static double rounded(double length) {
    // Adding 0 turns -0 into 0.
    return Math.round(length * 100) / 100.0 + 0.0;
  }
}
