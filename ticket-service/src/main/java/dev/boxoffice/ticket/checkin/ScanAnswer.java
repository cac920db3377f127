package dev.boxoffice.ticket.checkin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The answer to one scan of a batch, as JSON. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ScanAnswer(
    String id,
    ScanResult result,
    @Nullable UUID ticketId,
    @Nullable Instant checkedInAt,
    @Nullable String gate) {

  static ScanAnswer of(String id, ScanVerdict verdict) {
    var ticketId = verdict.ticketId();
    return new ScanAnswer(
        id,
        verdict.result(),
        ticketId == null ? null : ticketId.value(),
        verdict.checkedInAt(),
        verdict.gate());
  }
}
