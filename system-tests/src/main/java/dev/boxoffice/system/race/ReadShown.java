package dev.boxoffice.system.race;

import dev.boxoffice.system.client.Http;
import dev.boxoffice.system.client.Show;
import dev.boxoffice.system.race.history.SeatStatus;
import dev.boxoffice.system.race.history.Shown;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what the instances show of a show: maps, the compact form, audits. */
final class ReadShown {
  private static final int SEATS_PER_BYTE = 4;
  private static final int STATUS_MASK = 3;

  /** What two bits mean, by the contract. */
  private static final List<SeatStatus> BY_BITS =
      List.of(SeatStatus.AVAILABLE, SeatStatus.HELD, SeatStatus.BOOKED, SeatStatus.BLOCKED);

  private final Arena arena;
  private final Http http;

  ReadShown(Arena arena, Http http) {
    this.arena = arena;
    this.http = http;
  }

  List<Shown> counts(Show show) throws IOException {
    List<Shown> shown = new ArrayList<>();
    for (int instance = 0; instance < Arena.INSTANCES; instance++) {
      String at = " of instance " + (instance + 1);
      JsonNode map = map(http, arena.seat(instance, path(show.eventId(), show.showId())));
      if (map != null) {
        shown.add(shown("the map" + at, tally(seats(map).map(ReadShown::status))));
      }
      String showPath = "/v1/shows/" + show.showId();
      byte[] bits =
          http.get(arena.seat(instance, showPath + "/availability"), null).expect(200).bytes();
      shown.add(shown("the availability" + at, tally(statuses(bits, show.seatIds().size()))));
      JsonNode audit = audit(instance, show);
      shown.add(
          new Shown(
              "the audit" + at,
              audit.required("available").asInt(),
              audit.required("held").asInt(),
              audit.required("booked").asInt()));
    }
    return shown;
  }

  /** What an instance's own audit finds wrong. */
  List<JsonNode> violations(int instance, Show show) throws IOException {
    return audit(instance, show).required("violations").valueStream().toList();
  }

  private JsonNode audit(int instance, Show show) throws IOException {
    return http.get(arena.seat(instance, "/v1/shows/" + show.showId() + "/audit"), null)
        .expect(200)
        .json();
  }

  static String path(UUID eventId, UUID showId) {
    return "/v1/events/" + eventId + "/shows/" + showId + "/seats";
  }

  /** Null while the instance has no such show. */
  static @Nullable JsonNode map(Http http, URI uri) throws IOException {
    Http.Answer answer = http.get(uri, null);
    return answer.status() == 404 ? null : answer.expect(200).json();
  }

  static Stream<JsonNode> seats(JsonNode map) {
    return map.required("sections")
        .valueStream()
        .flatMap(section -> section.required("seats").valueStream());
  }

  private static SeatStatus status(JsonNode seat) {
    return SeatStatus.valueOf(seat.required("status").asString());
  }

  private static Stream<SeatStatus> statuses(byte[] bits, int seats) {
    return IntStream.range(0, seats)
        .map(seat -> bits[seat / SEATS_PER_BYTE] >> (2 * (seat % SEATS_PER_BYTE)) & STATUS_MASK)
        .mapToObj(BY_BITS::get);
  }

  private static Map<SeatStatus, Integer> tally(Stream<SeatStatus> statuses) {
    Map<SeatStatus, Integer> counts = new EnumMap<>(SeatStatus.class);
    statuses.forEach(status -> counts.merge(status, 1, Integer::sum));
    return counts;
  }

  private static Shown shown(String by, Map<SeatStatus, Integer> counts) {
    return new Shown(
        by,
        counts.getOrDefault(SeatStatus.AVAILABLE, 0),
        counts.getOrDefault(SeatStatus.HELD, 0),
        counts.getOrDefault(SeatStatus.BOOKED, 0));
  }
}
