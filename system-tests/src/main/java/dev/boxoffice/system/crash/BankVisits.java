package dev.boxoffice.system.crash;

import dev.boxoffice.local.stack.Database;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Buyers who are sent to their banks go there, once, and are believed or not. */
final class BankVisits {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
  private static final int BAD_REQUEST = 400;

  private static final String WHO_IS_SENT =
      """
      select b.hold_id, a.next_action_url
      from booking.payment_attempt a join booking.booking b using (booking_id)
      where a.step = 'AWAIT_BUYER' and a.next_action_url is not null
      """;

  private final Database database;
  private final Map<UUID, Boolean> believed = new ConcurrentHashMap<>();
  private final Set<UUID> gone = new HashSet<>();
  private final HttpClient http = HttpClient.newHttpClient();

  BankVisits(Database database) {
    this.database = database;
  }

  /** From now on, whoever pays for this hold will be believed, or will not. */
  void expect(UUID holdId, boolean toBeBelieved) {
    believed.put(holdId, toBeBelieved);
  }

  /** Sends those who have not been there. */
  void visit() {
    if (gone.size() == believed.size()) {
      return;
    }
    try (Connection connection = database.admin();
        PreparedStatement query = connection.prepareStatement(WHO_IS_SENT);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        UUID holdId = row.getObject("hold_id", UUID.class);
        Boolean answer = holdId == null ? null : believed.get(holdId);
        if (answer != null && gone.add(holdId)) {
          answer(URI.create(row.getString("next_action_url")), answer);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot see who is sent to a bank", e);
    }
  }

  private void answer(URI page, boolean toBeBelieved) {
    String form = page.getRawQuery() + "&result=" + (toBeBelieved ? "complete" : "fail");
    HttpRequest request =
        HttpRequest.newBuilder(page.resolve(page.getRawPath()))
            .timeout(ANSWER_WITHIN)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try {
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status >= BAD_REQUEST) {
        throw new IllegalStateException(page + " answers " + status);
      }
    } catch (IOException e) {
      throw new IllegalStateException("no bank at " + page, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
