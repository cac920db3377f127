package dev.boxoffice.event.seatingplan;

import dev.boxoffice.defaults.problem.CommonProblems;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Hands layouts to the other services, which keep them for ever. */
@RestController
class LayoutController {
  private static final Duration A_YEAR = Duration.ofDays(365);

  private final LayoutLedger ledger;

  LayoutController(LayoutLedger ledger) {
    this.ledger = ledger;
  }

  @GetMapping("/internal/layouts/{hash}")
  ResponseEntity<?> layout(
      @PathVariable String hash,
      @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false)
          @Nullable String acceptEncoding) {
    byte[] gzip = LayoutHash.isValid(hash) ? ledger.compressed(new LayoutHash(hash)) : null;
    if (gzip == null) {
      return CommonProblems.notFound().response();
    }
    var answer =
        ResponseEntity.ok()
            .contentType(MediaType.APPLICATION_JSON)
            .cacheControl(CacheControl.maxAge(A_YEAR).cachePrivate().immutable())
            .varyBy(HttpHeaders.ACCEPT_ENCODING);
    return acceptEncoding != null && acceptEncoding.contains("gzip")
        ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(gzip)
        : answer.body(LayoutFile.decompress(gzip));
  }
}
