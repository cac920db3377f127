package dev.boxoffice.local.payments;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What goes wrong with which request: what its payment method says, else what a schedule draws. The
 * same seed draws the same for the same idempotency key. Everything goes wrong once a request, so
 * that whoever repeats it gets on.
 */
@Component
final class Mishaps {

  /** What befalls a request whatever it is about; the first ones come first. */
  private static final List<Mishap> OF_REQUESTS =
      List.of(Mishap.DELAYED, Mishap.REQUEST_LOST, Mishap.ERROR, Mishap.ANSWER_LOST);

  private static final int WHOLE_PERCENT = 100;

  private final PaymentSettings settings;
  private final Set<String> happened = ConcurrentHashMap.newKeySet();

  Mishaps(PaymentSettings settings) {
    this.settings = settings;
  }

  /** Null when all goes well. */
  @Nullable Mishap next(Call call, @Nullable PaymentMethod method, Request request) {
    for (var mishap : OF_REQUESTS) {
      if (method != null
          && method.has(call, mishap)
          && happened.add(request.fingerprint() + mishap)) {
        return mishap;
      }
    }
    var key = Objects.requireNonNull(request.key());
    return settings.mishapPercent() > 0 && happened.add(key) ? drawn(key) : null;
  }

  private @Nullable Mishap drawn(String key) {
    var random = new Random(settings.mishapSeed() ^ key.hashCode());
    return random.nextInt(WHOLE_PERCENT) < settings.mishapPercent()
        ? OF_REQUESTS.get(random.nextInt(OF_REQUESTS.size()))
        : null;
  }
}
