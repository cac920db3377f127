package dev.boxoffice.queue;

import dev.boxoffice.testing.TestClient;
import dev.boxoffice.testing.TopicWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A show that the catalogue has published, and that the waiting room has heard of. */
public final class PublishedShow {
  public static final String ORGANISER = "olga";

  private final UUID id = UUID.randomUUID();
  private final TestClient client;

  private PublishedShow(TestClient client) {
    this.client = client;
  }

  public static PublishedShow withQueue(String mode, TestClient client) {
    return withQueue(mode, null, client);
  }

  public static PublishedShow withQueue(
      String mode, @Nullable Instant salesStartAt, TestClient client) {
    PublishedShow show = new PublishedShow(client);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("showId", show.id);
    body.put("eventId", UUID.randomUUID());
    body.put("organiserId", ORGANISER);
    body.put("title", "A show");
    body.put("queue", mode);
    body.put("currency", "INR");
    body.put("prices", Map.of("stalls", 250_000, "balcony", 90_000));
    if (salesStartAt != null) {
      body.put("salesStartAt", salesStartAt.toString());
    }
    TopicWriter.send("catalogue.show", show.id.toString(), "catalogue.show.published", body);
    Awaitility.await().until(() -> client.get(show.path() + "/now-serving").status() == 200);
    return show;
  }

  public UUID id() {
    return id;
  }

  public String path() {
    return "/v1/queue/" + id;
  }

  /** Changes the room's rules as its organiser. */
  public void run(Map<String, Object> rules) {
    client.asOrganiser(ORGANISER).put("/v1/organiser/shows/" + id + "/queue", rules).expect(200);
  }
}
