package dev.boxoffice.seat.seatmap;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.decoder.Decoder;
import dev.boxoffice.seat.Crowd;
import dev.boxoffice.seat.TestShows;
import dev.boxoffice.seat.TestShows.OpenShow;
import dev.boxoffice.seat.sale.Shows;
import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.TestClient;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A stadium that nobody has looked at yet, and then everybody does. */
class ColdShowTests extends SeatMapTest {
  /** Two sockets each: a process may have 20,000 on many a machine. */
  private static final int READERS = 5_000;

  private static final int SEATS = 50_000;
  private static final int ANSWERED_WITHIN_MILLIS = 60_000;
  private static final int LINE_MAX = 1_000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ShowFeeds feeds;

  ColdShowTests(
      TestClient client,
      Shows shows,
      Clock clock,
      JdbcClient jdbc,
      StringRedisTemplate redis,
      ShowFeeds feeds) {
    super(client, shows, clock, jdbc, redis);
    this.feeds = feeds;
  }

  @Test
  void isPutTogetherOnceForFiveThousandWhoComeAtOnce() throws IOException {
    OpenShow show = shows.openLayout(TestShows.layout(500, 100, 0));
    URI server = URI.create(client.baseUrl());
    String request =
        "GET %s HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: br\r\nConnection: close\r\n\r\n"
            .formatted(mapPath(show));

    List<Read> answers = Crowd.of(READERS, _ -> read(server, request));

    assertThat(answers).hasSize(READERS).allMatch(answer -> answer.status().contains(" 200"));
    assertThat(answers.stream().map(Read::tag).distinct()).hasSize(1);
    assertThat(answers.stream().map(Read::length).distinct()).hasSize(1);
    MapSnapshot snapshot = Objects.requireNonNull(feeds.find(show.showId())).current();
    assertThat(snapshot.bodiesMade()).isEqualTo(1);
    Answer again = client.with("Accept-Encoding", "br").get(mapPath(show)).expect(200);
    assertThat(answers.getFirst().length()).isEqualTo(again.bytes().length);
    JsonNode map = JSON.readTree(Decoder.decompress(again.bytes()).getDecompressedData());
    assertThat(map.at("/sections/0/seats")).hasSize(SEATS);
  }

  private record Read(String status, String tag, int length) {}

  private static Read read(URI server, String request) {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(ANSWERED_WITHIN_MILLIS);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      InputStream in = new BufferedInputStream(socket.getInputStream());
      String status = line(in);
      String tag = "";
      int length = 0;
      for (String header = line(in); !header.isEmpty(); header = line(in)) {
        if (header.startsWith("ETag:")) {
          tag = header;
        } else if (header.startsWith("Content-Length: ")) {
          length = Integer.parseInt(header.substring("Content-Length: ".length()));
        }
      }
      in.skipNBytes(length);
      return new Read(status, tag, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0 || line.length() > LINE_MAX) {
        throw new EOFException("no end of a line: " + line);
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }
}
