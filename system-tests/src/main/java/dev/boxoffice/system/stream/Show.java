package dev.boxoffice.system.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A show whose seats are held, in the order of the map. */
record Show(UUID showId, List<UUID> seatIds) {
  private static final JsonMapper JSON = new JsonMapper();

  Show {
    seatIds = List.copyOf(seatIds);
  }

  static Show read(URI catalogue, URI seats, String eventId) {
    String shows = "/v1/events/" + eventId + "/shows";
    String showId =
        get(catalogue.resolve(shows)).required("items").required(0).required("showId").asString();
    List<UUID> seatIds = new ArrayList<>();
    for (JsonNode section :
        get(seats.resolve(shows + "/" + showId + "/seats")).required("sections")) {
      for (JsonNode seat : section.required("seats")) {
        seatIds.add(UUID.fromString(seat.required("seatId").asString()));
      }
    }
    seatIds.sort(Comparator.comparingInt(Show::index));
    return new Show(UUID.fromString(showId), seatIds);
  }

  /** A seat's place in the map is in the low half of its id. */
  static int index(UUID seatId) {
    return (int) seatId.getLeastSignificantBits();
  }

  private static JsonNode get(URI uri) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(uri + " answered " + answer.statusCode());
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
