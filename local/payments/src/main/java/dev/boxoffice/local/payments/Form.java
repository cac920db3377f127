package dev.boxoffice.local.payments;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The parameters of a request, as the API writes them: {@code metadata[bookingId]=...}. */
final class Form {

  private final TreeMap<String, String> parameters;

  Form(MultiValueMap<String, String> parameters) {
    this.parameters =
        parameters.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    entry -> String.join("\n", entry.getValue()),
                    (first, second) -> first,
                    TreeMap::new));
  }

  @Nullable String text(String name) {
    return parameters.get(name);
  }

  boolean has(String name) {
    return parameters.containsKey(name);
  }

  /** A positive number; empty when it is missing or something else. */
  Optional<Long> amount(String name) {
    try {
      return Optional.ofNullable(parameters.get(name)).map(Long::valueOf).filter(n -> n > 0);
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  Map<String, String> metadata() {
    return parameters.entrySet().stream()
        .filter(entry -> entry.getKey().matches("metadata\\[[^]]+]"))
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().substring("metadata[".length()).replaceFirst("]$", ""),
                Map.Entry::getValue));
  }

  /** The first parameter that is not one of these, {@code x} standing for {@code x[...]} too. */
  Optional<String> unknown(Set<String> known) {
    return parameters.keySet().stream()
        .filter(name -> !known.contains(name.replaceFirst("\\[.*", "")))
        .findFirst();
  }

  /** What tells one request from another. */
  Request request(@Nullable String key, String path) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var bytes = digest.digest((path + "\n" + parameters).getBytes(UTF_8));
      return new Request(key, HexFormat.of().formatHex(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
