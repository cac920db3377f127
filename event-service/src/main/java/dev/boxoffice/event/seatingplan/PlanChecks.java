package dev.boxoffice.event.seatingplan;

import dev.boxoffice.defaults.problem.FieldError;
import dev.boxoffice.event.seatingplan.PlanDocument.Area;
import dev.boxoffice.event.seatingplan.PlanDocument.Category;
import dev.boxoffice.event.seatingplan.PlanDocument.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a plan that can be read may still have wrong. */
final class PlanChecks {
  private final PlanDocument plan;
  private final List<PlacedSeat> seats;
  private final List<FieldError> errors = new ArrayList<>();

  private PlanChecks(PlanDocument plan, List<PlacedSeat> seats) {
    this.plan = plan;
    this.seats = seats;
  }

  static List<FieldError> errorsOf(PlanDocument plan, List<PlacedSeat> seats) {
    PlanChecks checks = new PlanChecks(plan, seats);
    checks.countPlaces();
    checks.checkCategories();
    checks.checkUuids();
    checks.checkSpots();
    return checks.errors;
  }

  private void reject(String field, String message) {
    if (errors.size() < PlanCursor.ERRORS_MAX) {
      errors.add(new FieldError(field, message));
    }
  }

  private void countPlaces() {
    long places = seats.size();
    for (PlanDocument.Zone zone : plan.zones()) {
      for (Area area : zone.areas()) {
        places += SeatArrangement.placesOf(area);
      }
    }
    if (places == 0) {
      reject("plan.zones", "have no seats");
    } else if (places > Layout.SEATS_MAX) {
      reject(
          "plan.zones", "have " + places + " places together; a plan may have " + Layout.SEATS_MAX);
    }
  }

  private void checkCategories() {
    Set<String> known =
        plan.categories().stream().map(Category::name).collect(Collectors.toUnmodifiableSet());
    for (PlacedSeat seat : seats) {
      if (!known.contains(seat.seat().category())) {
        rejectCategory(seat.path(), seat.seat().category());
      }
    }
    for (int z = 0; z < plan.zones().size(); z++) {
      List<Area> areas = plan.zones().get(z).areas();
      for (int a = 0; a < areas.size(); a++) {
        String category = areas.get(a).category();
        if (SeatArrangement.placesOf(areas.get(a)) > 0
            && category != null
            && !known.contains(category)) {
          rejectCategory("plan.zones[" + z + "].areas[" + a + "]", category);
        }
      }
    }
  }

  private void rejectCategory(String path, String category) {
    reject(path + ".category", "is \"" + category + "\", not one of the plan's categories");
  }

  private void checkUuids() {
    Map<String, PlacedSeat> seen = HashMap.newHashMap(seats.size());
    for (PlacedSeat seat : seats) {
      String uuid = seat.seat().uuid();
      PlacedSeat earlier = uuid == null ? null : seen.putIfAbsent(uuid, seat);
      if (earlier != null) {
        reject(seat.path() + ".uuid", "is the uuid of " + earlier.path() + " too");
      }
    }
  }

  private void checkSpots() {
    Map<Point, PlacedSeat> seen = HashMap.newHashMap(seats.size());
    for (PlacedSeat seat : seats) {
      PlacedSeat earlier = seen.putIfAbsent(seat.spot(), seat);
      if (earlier != null) {
        reject(seat.path() + ".position", "is where " + earlier.path() + " is");
      }
    }
  }
}
