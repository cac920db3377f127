package dev.boxoffice.gateway.sharing;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.gateway.Downstream;
import dev.boxoffice.gateway.edge.TraceContext;
import dev.boxoffice.gateway.routing.RoutingSettings;
import dev.boxoffice.gateway.routing.ServiceAddresses;
import dev.boxoffice.gateway.routing.Target;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import reactor.netty.http.client.HttpClient;

class ServiceOriginTests {
  private static final Downstream SEAT = new Downstream("seat");

  @Test
  void givesBackTheRoomOfEachAnswer() {
    Origin origin = origin(DataSize.ofBytes(3L * Downstream.LARGE_BYTES));

    for (int i = 0; i < 3; i++) {
      assertThat(ask(origin, "large-" + i)).isInstanceOf(Origin.Reply.Whole.class);
      assertThat(ask(origin, "huge-" + i)).isEqualTo(new Origin.Reply.TooLarge());
    }
  }

  @Test
  void gathersNothingThatThereIsNoRoomFor() {
    Origin origin = origin(DataSize.ofBytes(Downstream.LARGE_BYTES));

    assertThat(ask(origin, "large-alone")).isEqualTo(new Origin.Reply.NoRoom());
    assertThat(ask(origin, "small")).isInstanceOf(Origin.Reply.Whole.class);
  }

  @Test
  void asksNothingWithoutRoomForTheQuestion() {
    Origin origin = origin(DataSize.ofBytes(Gathering.AT_FIRST_BYTES - 1));

    assertThat(ask(origin, "unasked")).isEqualTo(new Origin.Reply.NoRoom());
    assertThat(SEAT.received()).noneMatch(seen -> seen.contains("unasked"));
  }

  private static Origin.@Nullable Reply ask(Origin origin, String show) {
    SharedKey key = new SharedKey("/v1/shows/kept-" + show + "/availability", Codings.NONE);
    return origin.ask(Target.SEAT, key, null, TraceContext.begin()).block();
  }

  private static Origin origin(DataSize gatheringBytesMax) {
    URI seat = URI.create(SEAT.url());
    return new ServiceOrigin(
        HttpClient.create(),
        new ServiceAddresses(seat, seat, seat, seat, seat),
        new RoutingSettings(ofMinutes(1), ofMinutes(1)),
        new SharingSettings(
            ofSeconds(2),
            ofSeconds(5),
            ofSeconds(1),
            DataSize.ofMegabytes(48),
            DataSize.ofMegabytes(8),
            gatheringBytesMax));
  }
}
