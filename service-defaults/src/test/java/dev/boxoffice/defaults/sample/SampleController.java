package dev.boxoffice.defaults.sample;

import dev.boxoffice.defaults.problem.Problem;
import dev.boxoffice.defaults.problem.UnavailableException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SampleController {
  record Order(
      @NotNull UUID id,
      @Max(10) @Nullable Integer quantity,
      @Nullable String note,
      @Nullable Instant at,
      @Nullable List<Part> parts) {}

  record Part(int size) {}

  private static final int SLOW_AT_MOST_SECONDS = 20;

  private final AtomicInteger calls = new AtomicInteger();
  private final BlockingQueue<CompletableFuture<String>> slowCalls = new LinkedBlockingQueue<>();
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  @GetMapping("/public")
  Map<String, String> anyone(
      @RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "") String text) {
    return Map.of("page", Integer.toString(page), "text", text);
  }

  @GetMapping("/public/things/{id}")
  Map<String, UUID> thing(@PathVariable UUID id) {
    return Map.of("id", id);
  }

  @GetMapping("/mine")
  Map<String, String> mine(@AuthenticationPrincipal Jwt jwt) {
    return Map.of("user", jwt.getSubject());
  }

  @GetMapping("/internal/thing")
  Map<String, Boolean> internal() {
    return Map.of("ok", true);
  }

  @PostMapping("/organised")
  Map<String, Boolean> organised(@Valid @RequestBody Order order) {
    return Map.of("ok", true);
  }

  @PostMapping("/orders")
  ResponseEntity<?> order(@Valid @RequestBody Order order) {
    if (order.quantity() != null && order.quantity() < 0) {
      return Problem.of(HttpStatus.CONFLICT, "TAKEN", "Taken.")
          .with("seatIds", List.of("a"))
          .response();
    }
    return ResponseEntity.status(HttpStatus.CREATED).body(Map.of("call", calls.incrementAndGet()));
  }

  /** Answers what the test says, when it says so. */
  @PostMapping("/slow")
  Map<String, String> slow() {
    CompletableFuture<String> answer = new CompletableFuture<>();
    slowCalls.add(answer);
    return Map.of("answer", answer.orTimeout(SLOW_AT_MOST_SECONDS, TimeUnit.SECONDS).join());
  }

  /** Waits for the next slow call; it is answered when what is returned is completed. */
  CompletableFuture<String> nextSlowCall() throws InterruptedException {
    return Objects.requireNonNull(slowCalls.poll(SLOW_AT_MOST_SECONDS, TimeUnit.SECONDS));
  }

  @PostMapping("/faults/{kind}")
  ResponseEntity<?> fault(@PathVariable String kind) {
    int call = calls.incrementAndGet();
    return switch (kind) {
      case "away" -> throw new UnavailableException("the other side", null);
      case "bug" -> throw new IllegalStateException("select secret from vault");
      default -> {
        if (seen.add(kind)) {
          throw new UnavailableException("the other side", null);
        }
        yield ResponseEntity.ok(Map.of("call", call));
      }
    };
  }
}
