package dev.boxoffice.queue.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.queue.PublishedShow;
import dev.boxoffice.testing.IntegrationTest;
import dev.boxoffice.testing.TestClient;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest(properties = "boxoffice.admission.look-every=PT0.1S")
class AdmissionRoundsTests {
  private final TestClient client;
  private final JdbcClient jdbc;

  AdmissionRoundsTests(TestClient client, JdbcClient jdbc) {
    this.client = client;
    this.jdbc = jdbc;
  }

  @Test
  void letsPeopleIntoTheOtherShowsWhenOneRoomIsBroken() {
    PublishedShow broken = pausedWithOneWaiting();
    PublishedShow good = pausedWithOneWaiting();
    // Let in already, but the cursor knows nothing of it: no batch can include this entry.
    write(
        """
        insert into admission (entry_id, show_id, expires_at)
        select entry_id, show_id, now() from queue_entry where show_id = :show
        """,
        broken);
    write(
        "update admission_pace set moved_at = now() - interval '1 hour' where show_id = :show",
        good);

    broken.run(Map.of("mode", "ON"));
    good.run(Map.of("mode", "ON"));

    Awaitility.await()
        .until(() -> client.as("asha").get(good.path()).field("status").equals("ADMITTED"));
    write("delete from admission where show_id = :show", broken);
    Awaitility.await()
        .until(() -> client.as("asha").get(broken.path()).field("status").equals("ADMITTED"));
  }

  private PublishedShow pausedWithOneWaiting() {
    PublishedShow show = PublishedShow.withQueue("ON", client);
    show.run(Map.of("mode", "PAUSED"));
    client.as("asha").post(show.path()).expect(201);
    return show;
  }

  private void write(String sql, PublishedShow show) {
    assertThat(jdbc.sql(sql).param("show", show.id()).update()).isEqualTo(1);
  }
}
