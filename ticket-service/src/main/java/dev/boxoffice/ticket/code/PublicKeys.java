package dev.boxoffice.ticket.code;

import java.util.List;
import java.util.Map;

/** What anybody may know of our keys: a JSON Web Key Set that verifies codes offline. */
public record PublicKeys(List<Map<String, String>> keys) {
  public PublicKeys {
    keys = List.copyOf(keys);
  }
}
