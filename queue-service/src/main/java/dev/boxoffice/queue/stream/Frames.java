package dev.boxoffice.queue.stream;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.boxoffice.queue.waitingroom.Place;
import dev.boxoffice.queue.waitingroom.PlaceBody;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes places as the frames of the contract. */
@Component
class Frames {
  private static final String WELCOME = "It is your turn: take your seats.";

  private final JsonMapper json;

  Frames(JsonMapper json) {
    this.json = json;
  }

  String of(Place place) {
    return json.writeValueAsString(
        switch (place) {
          case Place.Admitted it ->
              new Admitted(
                  "QUEUE_ADMITTED",
                  it.showId().value(),
                  WELCOME,
                  it.left().toSeconds(),
                  it.token());
          case Place.Waiting _, Place.Expired _ ->
              new Position("QUEUE_POSITION", PlaceBody.of(place));
        });
  }

  private record Position(String type, @JsonUnwrapped PlaceBody place) {}

  private record Admitted(
      String type, UUID showId, String message, long expiresInSeconds, String admissionToken) {}
}
