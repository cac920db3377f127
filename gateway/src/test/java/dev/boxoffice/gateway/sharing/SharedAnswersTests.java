package dev.boxoffice.gateway.sharing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.boxoffice.gateway.edge.TraceContext;
import dev.boxoffice.gateway.routing.Target;
import dev.boxoffice.gateway.sharing.SharedAnswers.Found;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpHeaders;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Mono;

class SharedAnswersTests {
  private static final SharedKey MAP = new SharedKey("/v1/map", Codings.GZIP);

  /** Longer than any test takes: whoever waits, waits for the service. */
  private static final Duration PATIENCE = ofMinutes(10);

  private static final Duration LITTLE_PATIENCE = ofMillis(20);

  private final AtomicLong now = new AtomicLong();
  private final Service service = new Service();
  private SharedAnswers answers = answers(PATIENCE);

  @Test
  void givesOutWhatIsFreshWithoutAsking() {
    keep("one");
    pass(ofMillis(1400));

    assertThat(ready()).isEqualTo("one");
    assertThat(find()).isCompletedWithValue("one");
    assertThat(service.asked).hasSize(1);
  }

  @Test
  void asksOnceForAllWhoWait() {
    CompletableFuture<String> first = find();
    CompletableFuture<String> second = find();
    CompletableFuture<String> other = find(new SharedKey("/v1/map", Codings.BROTLI));

    assertThat(service.asked).hasSize(2);
    service.answers(0, "one");
    assertThat(first).isCompletedWithValue("one");
    assertThat(second).isCompletedWithValue("one");
    assertThat(other).isNotDone();
  }

  @Test
  void answersTheOthersWhenTheFirstGoesAway() {
    var first = answers.find(Target.SEAT, MAP, TraceContext.begin()).subscribe();
    CompletableFuture<String> second = find();

    first.dispose();
    service.answers(0, "one");

    assertThat(second).isCompletedWithValue("one");
  }

  @Test
  void asksAheadSoThatNobodyWaitsForWhatIsAskedForAllTheTime() {
    keep("one");
    pass(ofMillis(1600));

    assertThat(ready()).isEqualTo("one");
    assertThat(ready()).isEqualTo("one");
    assertThat(service.asked).hasSize(2);
    service.answers(1, "two");
    assertThat(ready()).isEqualTo("two");
  }

  @Test
  void waitsForTheNewAnswerWhenItComesSoon() {
    keep("one");
    pass(ofMillis(2500));

    assertThat(ready()).as("stale, and nobody has asked yet").isNull();
    CompletableFuture<String> found = find();
    service.answers(1, "two");

    assertThat(found).isCompletedWithValue("two");
  }

  @Test
  void givesTheOldOneWhenTheNewOneTakesLong() {
    answers = answers(LITTLE_PATIENCE);
    keep("one");
    pass(ofMillis(2500));

    assertThat(find()).succeedsWithin(ofSeconds(10)).isEqualTo("one");
    assertThat(ready()).as("still within patience").isNull();
    pass(LITTLE_PATIENCE);
    assertThat(ready()).as("nobody else waits").isEqualTo("one");
    assertThat(service.asked).hasSize(2);
    service.answers(1, "two");
    assertThat(ready()).isEqualTo("two");
  }

  @Test
  void givesTheOldOneWhenTheServiceFailsAndLeavesItAlone() {
    keep("one");
    pass(ofMillis(2500));
    CompletableFuture<String> found = find();

    service.fails(1);

    assertThat(found).isCompletedWithValue("one");
    assertThat(find()).isCompletedWithValue("one");
    assertThat(service.asked).hasSize(2);
  }

  @Test
  void givesTheOldOneInsteadOfAnError() {
    keep("one");
    pass(ofMillis(2500));
    CompletableFuture<String> found = find();

    service.says(1, 503, "public, max-age=2", "broken");

    assertThat(found).isCompletedWithValue("one");
  }

  @Test
  void givesNothingOlderThanAllowed() {
    keep("one");
    pass(ofSeconds(7));

    assertThat(ready()).isNull();
    CompletableFuture<String> found = find();
    service.fails(1);
    assertThatThrownBy(found::join).hasRootCauseInstanceOf(IOException.class);
    assertThat(find()).as("a failure is nobody else's").isNotDone();
  }

  @Test
  void forgetsWhatIsNoLongerThere() {
    keep("one");
    pass(ofMillis(2500));
    CompletableFuture<String> found = find();

    service.says(1, 404, "", "gone");

    assertThat(found).isCompletedWithValue("gone");
    assertThat(ready()).isNull();
    assertThat(find()).as("an error is kept for nobody").isNotDone();
  }

  @Test
  void keepsOnWhatIsUnchanged() {
    keep("one");
    pass(ofMillis(1900));
    assertThat(ready()).isEqualTo("one");

    assertThat(service.asked.get(1).known()).isEqualTo("\"one\"");
    service.reply(1, new Origin.Reply.Unchanged());
    pass(ofMillis(1400));

    assertThat(ready()).isEqualTo("one");
  }

  @Test
  void sharesNothingThatIsTooLarge() {
    CompletableFuture<String> found = find();

    service.reply(0, new Origin.Reply.TooLarge());

    assertThat(found).isCompletedWithValue("not shared");
    assertThat(ready()).isNull();
  }

  @Test
  void sharesNothingThatThereIsNoRoomFor() {
    CompletableFuture<String> found = find();

    service.reply(0, new Origin.Reply.NoRoom());

    assertThat(found).isCompletedWithValue("no room");
    assertThat(find()).as("there may be room again").isNotDone();
  }

  @Test
  void givesTheOldOneWhenThereIsNoRoomForTheNew() {
    keep("one");
    pass(ofMillis(2500));
    CompletableFuture<String> found = find();

    service.reply(1, new Origin.Reply.NoRoom());

    assertThat(found).isCompletedWithValue("one");
    assertThat(find()).isCompletedWithValue("one");
    assertThat(service.asked).as("the service is left alone for a moment").hasSize(2);
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void warnsOnceOfAServiceThatDoesNotAnswer(CapturedOutput output) {
    for (int i = 0; i < 3; i++) {
      var _ = find(new SharedKey("/v1/map/" + i, Codings.GZIP));
      service.fails(i);
    }
    var _ = find();
    service.reply(3, new Origin.Reply.NoRoom());
    var _ = find();
    service.fails(4);
    assertThat(warnings(output)).isEqualTo(1);

    var _ = find();
    service.answers(5, "one");
    pass(ofSeconds(10));
    var _ = find();
    service.fails(6);
    assertThat(warnings(output)).as("it had answered").isEqualTo(2);
  }

  @Test
  void keepsNoMoreThanItMay() {
    for (int i = 0; i < 100; i++) {
      var _ = find(new SharedKey("/v1/map/" + i, Codings.GZIP));
      service.answers(i, "x".repeat(4000));
    }

    assertThat(answers.keptBytes()).isBetween(1L, 64 * 1024L);
  }

  private SharedAnswers answers(Duration patience) {
    return new SharedAnswers(
        new SharingSettings(
            ofSeconds(2),
            ofSeconds(5),
            patience,
            DataSize.ofKilobytes(64),
            DataSize.ofKilobytes(32),
            DataSize.ofKilobytes(32)),
        service,
        now::get);
  }

  private void keep(String text) {
    var found = find();
    service.answers(0, text);
    assertThat(found).isCompletedWithValue(text);
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  private @Nullable String ready() {
    Found ready = answers.ready(MAP);
    return ready == null ? null : text(ready);
  }

  private CompletableFuture<String> find() {
    return find(MAP);
  }

  private CompletableFuture<String> find(SharedKey key) {
    CompletableFuture<String> text = new CompletableFuture<>();
    var _ =
        answers
            .find(Target.SEAT, key, TraceContext.begin())
            .map(SharedAnswersTests::text)
            .subscribe(text::complete, text::completeExceptionally);
    return text;
  }

  private static long warnings(CapturedOutput output) {
    return output.getAll().lines().filter(line -> line.contains("SEAT for /v1/map")).count();
  }

  private static String text(Found found) {
    return switch (found) {
      case Found.Answer(SharedAnswer answer, long _) ->
          answer.tag() == null ? "gone" : answer.tag().replace("\"", "");
      case Found.NotShared() -> "not shared";
      case Found.NoRoom() -> "no room";
    };
  }

  /** Answers when told to. */
  private static final class Service implements Origin {
    private final List<Question> asked = new ArrayList<>();

    private record Question(@Nullable String known, CompletableFuture<Reply> reply) {}

    @Override
    public Mono<Reply> ask(
        Target target, SharedKey key, @Nullable String known, TraceContext trace) {
      Question question = new Question(known, new CompletableFuture<>());
      asked.add(question);
      return Mono.fromFuture(question.reply());
    }

    void answers(int question, String text) {
      says(question, 200, "public, max-age=2, stale-while-revalidate=5", text);
    }

    void says(int question, int status, String cacheControl, String text) {
      HttpHeaders headers = new HttpHeaders();
      headers.add("Cache-Control", cacheControl);
      if (status == 200) {
        headers.setETag("\"" + text + "\"");
      }
      reply(question, new Reply.Whole(new SharedAnswer(status, headers, text.getBytes(UTF_8))));
    }

    void fails(int question) {
      var _ = asked.get(question).reply().completeExceptionally(new IOException("cut off"));
    }

    void reply(int question, Reply reply) {
      var _ = asked.get(question).reply().complete(reply);
    }
  }
}
