package dev.boxoffice.ticket.code;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The keys of the codes. Codes of either kind stay readable as long as their key is here.
 *
 * @param signingKeyFile an Ed25519 private key in PKCS#8 PEM
 * @param hmacKeyFile a secret of at least 32 bytes
 * @param signWith which of them signs new codes
 */
@Validated
@ConfigurationProperties("boxoffice.ticket")
record CodeSettings(
    @NotNull Path signingKeyFile,
    @Nullable Path hmacKeyFile,
    @NotNull @DefaultValue("ED25519") Algorithm signWith) {

  enum Algorithm {
    ED25519,
    HMAC_SHA256
  }
}
