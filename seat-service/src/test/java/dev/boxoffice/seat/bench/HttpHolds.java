package dev.boxoffice.seat.bench;

import java.io.IOException;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Holds asked for over HTTP, with the user's token; each client keeps one connection. */
final class HttpHolds implements Contender {
  private static final int CREATED = 201;
  private static final int CONFLICT = 409;
  private static final String TAKEN = "SEATS_UNAVAILABLE";

  private final String address;
  private final boolean idempotencyKeys;
  private final Tables tables;
  private final Users users;

  /**
   * Holds by a service.
   *
   * @param address as {@code host:port}
   */
  HttpHolds(String address, boolean idempotencyKeys, Tables tables, Users users) {
    this.address = address;
    this.idempotencyKeys = idempotencyKeys;
    this.tables = tables;
    this.users = users;
  }

  @Override
  public void prepare(Lot lot) {
    tables.fillOurs(lot);
  }

  @Override
  public Client client() {
    HttpConnection connection = new HttpConnection(address);
    return new Client() {
      @Override
      public Answer hold(Show show, int user, int[] seats) {
        try {
          HttpConnection.Reply reply =
              connection.post("/v1/bookings/hold", headers(user), body(show, seats));
          return answer(reply);
        } catch (IOException e) {
          connection.close();
          return Failures.note(e);
        }
      }

      @Override
      public void close() {
        connection.close();
      }
    };
  }

  private static Answer answer(HttpConnection.Reply reply) {
    if (reply.status() == CREATED) {
      return Answer.GRANTED;
    }
    return reply.status() == CONFLICT && reply.body().contains(TAKEN)
        ? Answer.REFUSED
        : Failures.note(reply.status() + " " + reply.body());
  }

  private String headers(int user) {
    String token = "Authorization: Bearer " + users.token(user) + "\r\n";
    return idempotencyKeys ? token + "Idempotency-Key: " + UUID.randomUUID() + "\r\n" : token;
  }

  private static String body(Show show, int[] seats) {
    return IntStream.of(seats)
        .mapToObj(seat -> "\"" + show.seat(seat) + "\"")
        .collect(
            Collectors.joining(",", "{\"showId\":\"" + show.showId() + "\",\"seatIds\":[", "]}"));
  }
}
