package dev.boxoffice.system.e2e;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** A published show that is open. */
record Show(Person visitor, String eventId, String showId) {

  String path() {
    return "/v1/events/" + eventId + "/shows/" + showId;
  }

  /** Seats of the first section that are free now, side by side where the house is. */
  List<String> availableSeats(int number) {
    List<String> free =
        sectionSeats().stream()
            .filter(seat -> seat.required("status").asString().equals("AVAILABLE"))
            .map(seat -> seat.required("seatId").asString())
            .limit(number)
            .toList();
    if (free.size() < number) {
      throw new IllegalStateException("only " + free.size() + " seats are free");
    }
    return free;
  }

  static String idOf(JsonNode seat) {
    return seat.required("seatId").asString();
  }

  List<JsonNode> sectionSeats() {
    JsonNode map = visitor.getFresh(path() + "/seats").expect(200).body();
    return map.required("sections").required(0).required("seats").valueStream().toList();
  }
}
