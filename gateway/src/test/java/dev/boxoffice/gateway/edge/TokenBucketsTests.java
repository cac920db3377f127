package dev.boxoffice.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TokenBucketsTests {
  private final AtomicLong nanos = new AtomicLong(-5_000_000_000L);
  private final TokenBuckets buckets =
      new TokenBuckets(new EdgeSettings.Rate(3, 2), 100, nanos::get);

  @Test
  void allowsABurstAndThenTheRate() {
    assertThat(buckets.take("a").remaining()).isEqualTo(2);
    assertThat(buckets.take("a").remaining()).isEqualTo(1);
    assertThat(buckets.take("a").allowed()).isTrue();

    TokenBuckets.Verdict refused = buckets.take("a");
    assertThat(refused.allowed()).isFalse();
    assertThat(refused.remaining()).isZero();
    assertThat(refused.untilNext()).isEqualTo(Duration.ofMillis(500));
    assertThat(refused.untilFull()).isEqualTo(Duration.ofMillis(1500));

    nanos.addAndGet(500_000_000);
    assertThat(buckets.take("a").allowed()).isTrue();
    assertThat(buckets.take("a").allowed()).isFalse();
  }

  @Test
  void keepsKeysApart() {
    for (int i = 0; i < 3; i++) {
      assertThat(buckets.take("a").allowed()).isTrue();
    }
    assertThat(buckets.take("a").allowed()).isFalse();
    assertThat(buckets.take("b").allowed()).isTrue();
  }

  @Test
  void neverHoldsMoreThanABurst() {
    assertThat(buckets.take("a").allowed()).isTrue();
    nanos.addAndGet(Duration.ofHours(1).toNanos());
    assertThat(buckets.take("a").remaining()).isEqualTo(2);
  }
}
