package dev.boxoffice.ticket.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CodeConfiguration {

  @Bean
  Ed25519Key ed25519Key(CodeSettings settings) {
    try {
      return Ed25519Key.fromPem(Files.readString(settings.signingKeyFile()));
    } catch (IOException e) {
      throw new UncheckedIOException("the ticket signing key cannot be read", e);
    }
  }

  @Bean
  TicketCodes ticketCodes(CodeSettings settings, Ed25519Key ed25519Key) {
    List<CodeKey> known = new ArrayList<>(List.of(ed25519Key));
    if (settings.hmacKeyFile() != null) {
      try {
        known.add(new HmacKey(Files.readAllBytes(settings.hmacKeyFile())));
      } catch (IOException e) {
        throw new UncheckedIOException("the ticket HMAC key cannot be read", e);
      }
    }
    return new TicketCodes(
        switch (settings.signWith()) {
          case ED25519 -> ed25519Key;
          case HMAC_SHA256 ->
              known.stream()
                  .filter(HmacKey.class::isInstance)
                  .findFirst()
                  .orElseThrow(() -> new IllegalStateException("sign-with needs hmac-key-file"));
        },
        known);
  }

  @Bean
  PublicKeys publicKeys(Ed25519Key ed25519Key) {
    return new PublicKeys(List.of(ed25519Key.publicJwk()));
  }
}
