package dev.boxoffice.system.race;

import dev.boxoffice.local.launcher.Program;
import dev.boxoffice.system.client.Http;
import dev.boxoffice.system.client.Show;
import dev.boxoffice.system.race.history.Command;
import dev.boxoffice.system.race.history.Operation;
import dev.boxoffice.system.race.history.Told;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One buyer's way to the services; writes down what was asked and what was told. */
public final class Client {
  private static final int CREATED = 201;
  private static final int OK = 200;
  private static final int NO_CONTENT = 204;

  private final Arena arena;
  private final Http http;
  private final OperationLog log;
  private final Show show;
  private final String name;
  private final String token;

  public Client(Arena arena, Http http, OperationLog log, Show show, String name, String token) {
    this.arena = arena;
    this.http = http;
    this.log = log;
    this.show = show;
    this.name = name;
    this.token = token;
  }

  public String name() {
    return name;
  }

  /** Asks this instance of seat-service, or booking-service for what is its own. */
  public Operation ask(int instance, Command command) {
    OperationLog.Invoked invoked = log.invoke(name, command);
    return log.end(invoked, told(instance, command));
  }

  private record Request(String method, URI uri, @Nullable Object body) {}

  private Told told(int instance, Command command) {
    Request request = request(instance, command);
    Map<String, String> headers = new HashMap<>();
    if (command.key() != null) {
      headers.put("Idempotency-Key", command.key());
    }
    try {
      Http.Answer answer =
          http.send(request.method(), request.uri(), token, request.body(), headers);
      return told(command, answer);
    } catch (IOException noAnswer) {
      return Told.nothing(noAnswer.toString());
    }
  }

  private Request request(int instance, Command command) {
    return switch (command) {
      case Command.Hold(List<UUID> seatIds, _) ->
          new Request(
              "POST",
              arena.seat(instance, "/v1/bookings/hold"),
              Map.of("showId", show.showId(), "seatIds", seatIds));
      case Command.Extend(UUID holdId) ->
          new Request(
              "POST", arena.seat(instance, "/v1/bookings/hold/" + holdId + "/extend"), Map.of());
      case Command.Release(UUID holdId) ->
          new Request("DELETE", arena.seat(instance, "/v1/bookings/hold/" + holdId), null);
      case Command.Confirm(UUID holdId, String card, _) ->
          new Request(
              "POST",
              arena.service(Program.BOOKING, "/v1/bookings/confirm"),
              Map.of("holdId", holdId, "paymentMethodId", card));
      case Command.Cancel(UUID bookingId, List<UUID> seatIds, _) ->
          new Request(
              "DELETE",
              arena.service(Program.BOOKING, "/v1/bookings/" + bookingId),
              seatIds.isEmpty() ? Map.of() : Map.of("seatIds", seatIds));
    };
  }

  private static Told told(Command command, Http.Answer answer) {
    int status = answer.status();
    String text = answer.text();
    if (status == CREATED || status == OK) {
      return new Told(Told.Verdict.OK, status, text, grant(command, answer.json()));
    }
    if (status == NO_CONTENT) {
      return new Told(Told.Verdict.OK, status, text, null);
    }
    boolean refused = status >= 400 && status < 500 && !text.contains("REQUEST_IN_PROGRESS");
    return new Told(refused ? Told.Verdict.FAIL : Told.Verdict.INFO, status, text, null);
  }

  private static Told.@Nullable Grant grant(Command command, JsonNode body) {
    return switch (command) {
      case Command.Hold _, Command.Extend _ ->
          new Told.Grant(
              id(body, "holdId"),
              body.required("seats")
                  .valueStream()
                  .map(seat -> UUID.fromString(seat.asString()))
                  .toList(),
              Instant.parse(body.required("expiresAt").asString()));
      case Command.Confirm _ ->
          new Told.Grant(
              id(body, "bookingId"),
              body.required("seats").valueStream().map(seat -> id(seat, "seatId")).toList(),
              null);
      case Command.Cancel _ -> new Told.Grant(id(body, "bookingId"), List.of(), null);
      case Command.Release _ -> null;
    };
  }

  private static UUID id(JsonNode body, String field) {
    return UUID.fromString(body.required(field).asString());
  }
}
