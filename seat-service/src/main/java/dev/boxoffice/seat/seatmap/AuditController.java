package dev.boxoffice.seat.seatmap;

import dev.boxoffice.seat.sale.ShowId;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The invariants of a show, for everybody to see. */
@RestController
class AuditController {
  private static final CacheControl SHARED =
      CacheControl.maxAge(Duration.ofSeconds(1)).cachePublic();

  private final AuditShow auditShow;

  AuditController(AuditShow auditShow) {
    this.auditShow = auditShow;
  }

  @GetMapping("/v1/shows/{showId}/audit")
  ResponseEntity<?> audit(@PathVariable UUID showId) {
    AuditShow.Audit audit = auditShow.audit(new ShowId(showId));
    return audit == null
        ? ShowNotFound.problem().response()
        : ResponseEntity.ok().cacheControl(SHARED).body(audit);
  }
}
