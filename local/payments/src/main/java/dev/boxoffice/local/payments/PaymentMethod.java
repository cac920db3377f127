package dev.boxoffice.local.payments;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A test card and what goes wrong when it is used, each thing once a request: {@code
 * pm_card_visa.capture_answer_lost.webhook_twice}.
 *
 * @param mishaps as they are written: a call and a mishap
 */
record PaymentMethod(TestCard card, Set<String> mishaps, @Nullable WebhookFate webhooks) {

  private static final String WEBHOOK = "webhook_";

  private static final Set<String> MISHAPS =
      Arrays.stream(Call.values())
          .flatMap(call -> Arrays.stream(Mishap.values()).map(mishap -> written(call, mishap)))
          // Nobody refuses to let go of money.
          .filter(word -> !word.equals(written(Call.CANCEL, Mishap.DECLINED)))
          .collect(Collectors.toUnmodifiableSet());

  PaymentMethod {
    mishaps = Set.copyOf(mishaps);
  }

  /** Null when there is no such payment method. */
  static @Nullable PaymentMethod named(String name) {
    var words = name.split("\\.", -1);
    var card = TestCard.named(words[0]);
    if (card == null) {
      return null;
    }
    var mishaps = new HashSet<String>();
    WebhookFate webhooks = null;
    for (var word : Arrays.asList(words).subList(1, words.length)) {
      var fate = fate(word);
      if (fate.isPresent()) {
        webhooks = fate.get();
      } else if (!MISHAPS.contains(word) || !mishaps.add(word)) {
        return null;
      }
    }
    return new PaymentMethod(card, mishaps, webhooks);
  }

  boolean has(Call call, Mishap mishap) {
    return mishaps.contains(written(call, mishap));
  }

  /** Whether a payment that was made with this method is refused here. */
  static boolean isDeclined(Call call, Intent intent) {
    var method = of(intent.state().paymentMethod());
    return method != null && method.has(call, Mishap.DECLINED);
  }

  static @Nullable PaymentMethod of(@Nullable String name) {
    return name == null ? null : named(name);
  }

  private static String written(Call call, Mishap mishap) {
    return (call + "_" + mishap).toLowerCase(Locale.ROOT);
  }

  private static Optional<WebhookFate> fate(String word) {
    return Stream.of(WebhookFate.values())
        .filter(fate -> word.equals(WEBHOOK + fate.name().toLowerCase(Locale.ROOT)))
        .findFirst();
  }
}
