package dev.boxoffice.ticket.checkin;

import dev.boxoffice.defaults.problem.MalformedRequestException;
import dev.boxoffice.ticket.ShowId;
import dev.boxoffice.ticket.issuing.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where scanners report what they read. Every code gets an answer, also one that is not ours. */
@RestController
@RequestMapping("/v1/check-in")
class CheckInController {

  private static final int QR_LENGTH_MAX = 4_296;
  private static final int GATE_LENGTH_MAX = 100;
  private static final int SCANS_MAX = 500;

  /** A scanner may have lain in a drawer, but not for longer than anybody asks who was inside. */
  private static final Duration SCAN_AGE_MAX = Duration.ofDays(366);

  /** A clock may be fast, or set to the wrong zone; further ahead it shows no time at all. */
  private static final Duration SCAN_AHEAD_MAX = Duration.ofHours(26);

  private final CheckIn checkIn;
  private final MergeOfflineScan mergeOfflineScan;
  private final Clock clock;

  CheckInController(CheckIn checkIn, MergeOfflineScan mergeOfflineScan, Clock clock) {
    this.checkIn = checkIn;
    this.mergeOfflineScan = mergeOfflineScan;
    this.clock = clock;
  }

  @PostMapping
  ResponseEntity<DoorAnswer> checkIn(@Valid @RequestBody ScanBody body) {
    var scan = new Scan(body.qr(), showId(body.showId()), body.gate(), now(), false);
    return ResponseEntity.ok(DoorAnswer.of(checkIn.checkIn(scan)));
  }

  /** Scans count in the order in which they were made; the answers come in that of the request. */
  @PostMapping("/batch")
  Results checkInBatch(@Valid @RequestBody Batch body, @AuthenticationPrincipal Jwt jwt) {
    var scans = body.scans();
    refuseImpossibleTimes(scans);
    Map<Integer, ScanVerdict> verdicts = new HashMap<>();
    IntStream.range(0, scans.size())
        .boxed()
        .sorted(Comparator.comparing(index -> scans.get(index).scannedAt()))
        .forEachOrdered(
            index -> {
              var scan = scans.get(index);
              verdicts.put(
                  index,
                  mergeOfflineScan.merge(Caller.of(jwt).subject(), scan.id(), scan.scan(now())));
            });
    return new Results(
        IntStream.range(0, scans.size())
            .mapToObj(
                index ->
                    ScanAnswer.of(
                        scans.get(index).id(), Objects.requireNonNull(verdicts.get(index))))
            .toList());
  }

  private void refuseImpossibleTimes(List<OfflineScan> scans) {
    var now = clock.instant();
    for (int i = 0; i < scans.size(); i++) {
      var at = scans.get(i).scannedAt();
      if (at.isBefore(now.minus(SCAN_AGE_MAX)) || at.isAfter(now.plus(SCAN_AHEAD_MAX))) {
        throw new MalformedRequestException(
            "scans[%d].scannedAt".formatted(i),
            "must be at most %d days ago and %d hours ahead"
                .formatted(SCAN_AGE_MAX.toDays(), SCAN_AHEAD_MAX.toHours()));
      }
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static @Nullable ShowId showId(@Nullable UUID showId) {
    return showId == null ? null : new ShowId(showId);
  }

  record ScanBody(
      @NotNull @Size(max = QR_LENGTH_MAX) String qr,
      @Nullable UUID showId,
      @Nullable @Size(max = GATE_LENGTH_MAX) String gate) {}

  record Batch(@NotNull @Size(min = 1, max = SCANS_MAX) List<@Valid @NotNull OfflineScan> scans) {}

  record OfflineScan(
      @NotBlank @Size(max = 100) String id,
      @NotNull @Size(max = QR_LENGTH_MAX) String qr,
      @Nullable UUID showId,
      @NotNull Instant scannedAt,
      @Nullable @Size(max = GATE_LENGTH_MAX) String gate) {

    /** A scanner whose clock is fast scans nothing later than now. */
    Scan scan(Instant now) {
      var at = scannedAt.isAfter(now) ? now : scannedAt.truncatedTo(ChronoUnit.MILLIS);
      return new Scan(qr, CheckInController.showId(showId), gate, at, true);
    }
  }

  record Results(List<ScanAnswer> results) {
    Results {
      results = List.copyOf(results);
    }
  }
}
