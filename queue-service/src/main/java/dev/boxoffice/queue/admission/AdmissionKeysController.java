package dev.boxoffice.queue.admission;

import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public key with which an admission token is verified. */
@RestController
class AdmissionKeysController {
  private static final CacheControl FOR_FIVE_MINUTES =
      CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

  private final Map<String, Object> keys;

  AdmissionKeysController(AdmissionKey key) {
    this.keys = new JWKSet(key.pair().toPublicJWK()).toJSONObject();
  }

  @GetMapping("/.well-known/admission-keys")
  ResponseEntity<Map<String, Object>> keys() {
    return ResponseEntity.ok().cacheControl(FOR_FIVE_MINUTES).body(keys);
  }
}
