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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
  private static final String FORGERY = "not the merchant's secret";

  private static final Set<String> OF_THE_BEGINNING =
      Set.of(
          "payment_intent.created",
          "payment_intent.requires_action",
          "payment_intent.amount_capturable_updated");

  private final @Nullable URI url;
  private final String secret;
  private final Clock clock;
  private final Duration lateBy;
  private final AtomicInteger untold = new AtomicInteger();
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();
  private final ScheduledExecutorService senders =
      Executors.newScheduledThreadPool(
          SENDERS, Thread.ofPlatform().daemon().name("webhooks-", 0).factory());
  private volatile Consumer<String> settled = id -> {};

  Webhooks(PaymentSettings settings, Clock clock) {
    this.url = settings.webhookUrl();
    this.secret = settings.webhookSecret();
    this.clock = clock;
    this.lateBy = settings.lateBy();
  }

  boolean isConfigured() {
    return url != null;
  }

  /** Tells what an earlier process did not get to; {@code settled} hears which events are done. */
  void start(Collection<JournalEntry.Event> unsettled, Consumer<String> settled) {
    this.settled = settled;
    unsettled.forEach(
        event -> {
          var _ = tell(event);
        });
  }

  /** Tells an event; what is returned completes when the request it is about may be answered. */
  CompletableFuture<Void> tell(JournalEntry.Event event) {
    untold.incrementAndGet();
    var first = new CompletableFuture<Void>();
    if (event.fate() != WebhookFate.FIRST) {
      first.complete(null);
    }
    if (event.fate() == WebhookFate.NEVER) {
      settle(event);
    } else {
      schedule(event, 1, isLate(event) ? lateBy : Duration.ZERO, first);
    }
    return first;
  }

  /** How many events the merchant has not taken yet, and may still be told. */
  int untold() {
    return untold.get();
  }

  private static boolean isLate(JournalEntry.Event event) {
    return event.fate() == WebhookFate.LATE
        || (event.fate() == WebhookFate.REORDERED && OF_THE_BEGINNING.contains(event.type()));
  }

  private void settle(JournalEntry.Event event) {
    settled.accept(event.id());
    untold.decrementAndGet();
  }

  @PreDestroy
  void stop() {
    // What is under way or waiting is told again after the next start.
    var waiting = senders.shutdownNow();
    log.debug("{} webhooks wait for the next start", waiting.size());
    http.shutdownNow();
  }

  private void schedule(
      JournalEntry.Event event, int attempt, Duration pause, CompletableFuture<Void> first) {
    if (url == null || senders.isShutdown()) {
      first.complete(null);
      return;
    }
    var _ =
        senders.schedule(
            () -> {
              try {
                attempt(url, event, attempt);
              } finally {
                first.complete(null);
              }
            },
            pause.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  private void attempt(URI target, JournalEntry.Event event, int attempt) {
    boolean isFirst = attempt == 1;
    if (accepted(target, event, isFirst && event.fate() == WebhookFate.FORGED)) {
      if (isFirst && event.fate() == WebhookFate.TWICE) {
        schedule(event, attempt + 1, Duration.ZERO, new CompletableFuture<>());
      } else {
        settle(event);
      }
    } else if (attempt < ATTEMPTS_MAX) {
      var pause = FIRST_PAUSE.multipliedBy(1L << (attempt - 1));
      schedule(event, attempt + 1, pause, new CompletableFuture<>());
    } else {
      log.warn("Nobody took {} {} at {}", event.type(), event.id(), target);
      settle(event);
    }
  }

  private boolean accepted(URI target, JournalEntry.Event event, boolean forged) {
    var request =
        HttpRequest.newBuilder(target)
            .timeout(ANSWER_WITHIN)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("Stripe-Signature", signature(event.body(), forged ? FORGERY : secret))
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

  private String signature(String body, String key) {
    long seconds = clock.instant().getEpochSecond();
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
      var bytes = mac.doFinal((seconds + "." + body).getBytes(UTF_8));
      return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign", e);
    }
  }
}
