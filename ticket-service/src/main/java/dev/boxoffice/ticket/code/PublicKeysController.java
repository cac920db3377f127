package dev.boxoffice.ticket.code;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PublicKeysController {

  private static final Duration FRESH_FOR = Duration.ofMinutes(5);

  private final PublicKeys publicKeys;

  PublicKeysController(PublicKeys publicKeys) {
    this.publicKeys = publicKeys;
  }

  @GetMapping("/.well-known/ticket-keys")
  ResponseEntity<PublicKeys> keys() {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(FRESH_FOR).cachePublic())
        .body(publicKeys);
  }
}
