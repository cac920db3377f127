package dev.boxoffice.local.payments;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells the merchant what happened, signed, a few times until it listens. Events may arrive twice
 * or in another order; that is part of what is being imitated.
 */
@Component
final class Webhooks {

  private static final Logger log = LoggerFactory.getLogger(Webhooks.class);

  private static final int SENDERS = 4;
  private static final int ATTEMPTS_MAX = 10;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

  private final @Nullable URI url;
  private final String secret;
  private final Clock clock;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();
  private final ScheduledExecutorService senders =
      Executors.newScheduledThreadPool(
          SENDERS, Thread.ofPlatform().daemon().name("webhooks-", 0).factory());
  private volatile Consumer<String> settled = id -> {};

  Webhooks(PaymentSettings settings, Clock clock) {
    this.url = settings.webhookUrl();
    this.secret = settings.webhookSecret();
    this.clock = clock;
  }

  boolean isConfigured() {
    return url != null;
  }

  /** Tells what an earlier process did not get to; {@code settled} hears which events are done. */
  void start(Collection<JournalEntry.Event> unsettled, Consumer<String> settled) {
    this.settled = settled;
    unsettled.forEach(this::tell);
  }

  void tell(JournalEntry.Event event) {
    schedule(event, 1, Duration.ZERO);
  }

  @PreDestroy
  void stop() {
    // What is under way or waiting is told again after the next start.
    var waiting = senders.shutdownNow();
    log.debug("{} webhooks wait for the next start", waiting.size());
    http.shutdownNow();
  }

  private void schedule(JournalEntry.Event event, int attempt, Duration pause) {
    if (url != null && !senders.isShutdown()) {
      var _ =
          senders.schedule(
              () -> attempt(url, event, attempt), pause.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void attempt(URI target, JournalEntry.Event event, int attempt) {
    if (accepted(target, event)) {
      settled.accept(event.id());
    } else if (attempt < ATTEMPTS_MAX) {
      schedule(event, attempt + 1, FIRST_PAUSE.multipliedBy(1L << (attempt - 1)));
    } else {
      log.warn("Nobody took {} {} at {}", event.type(), event.id(), target);
      settled.accept(event.id());
    }
  }

  private boolean accepted(URI target, JournalEntry.Event event) {
    var request =
        HttpRequest.newBuilder(target)
            .timeout(ANSWER_WITHIN)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("Stripe-Signature", signature(event.body()))
            .POST(BodyPublishers.ofString(event.body()))
            .build();
    try {
      int status = http.send(request, BodyHandlers.discarding()).statusCode();
      return status >= 200 && status < 300;
    } catch (IOException unreachable) {
      log.debug("{} is not there for {}: {}", target, event.id(), unreachable.toString());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private String signature(String body) {
    long seconds = clock.instant().getEpochSecond();
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      var bytes = mac.doFinal((seconds + "." + body).getBytes(UTF_8));
      return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign", e);
    }
  }
}
