package dev.boxoffice.seat.guard;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How strict the guard is.
 *
 * @param user a user's attempts to take seats
 * @param address those of an address
 * @param device those of a device, whoever uses it
 * @param devicesMax devices that a user may ask from
 * @param deviceKeptFor how long after its last use a device counts
 * @param refusalsMax refusals of a user within {@code refusalsWithin} that make a proof necessary
 * @param challengedFor how long a proof stays necessary while none is given
 * @param challenge what a proof takes
 * @param expiredHoldsMax holds that a user lets expire within {@code expiredHoldsWithin} before
 *     having to cool down
 * @param waitAtMost how long Redis may take to answer; then this instance counts for itself
 * @param keysMax users and addresses that this instance remembers for each of its own counts
 */
@Validated
@ConfigurationProperties("boxoffice.guard")
record GuardSettings(
    @Valid @NotNull @DefaultValue Rate user,
    @Valid @NotNull @DefaultValue Rate address,
    @Valid @NotNull @DefaultValue Rate device,
    @DefaultValue("3") @Positive int devicesMax,
    @DefaultValue("P1D") @DurationMin(seconds = 1) Duration deviceKeptFor,
    @DefaultValue("50") @Positive int refusalsMax,
    @DefaultValue("PT10S") @DurationMin(millis = 100) Duration refusalsWithin,
    @DefaultValue("PT5M") @DurationMin(millis = 100) Duration challengedFor,
    @Valid @NotNull ChallengeSettings challenge,
    @DefaultValue("10") @Positive int expiredHoldsMax,
    @DefaultValue("PT30M") @DurationMin(millis = 100) Duration expiredHoldsWithin,
    @DefaultValue("PT5M") @DurationMin(millis = 100) Duration coolDown,
    @DefaultValue("PT0.2S") @DurationMin(millis = 1) Duration waitAtMost,
    @DefaultValue("100000") @Positive int keysMax) {

  /**
   * A token bucket.
   *
   * @param atOnce how many attempts a full bucket allows
   * @param perSecond how many it gains a second
   */
  record Rate(
      @Positive @Max(1_000_000) int atOnce, @Positive @Max(MICROS_PER_SECOND) int perSecond) {
    private static final int MICROS_PER_SECOND = 1_000_000;

    long microsPerToken() {
      return MICROS_PER_SECOND / perSecond;
    }

    long microsToFill() {
      return microsPerToken() * atOnce;
    }

    /** What is left in a bucket that would be full again after so long. */
    Quota quota(long microsLacking) {
      long lacking = Math.clamp(microsLacking, 0, microsToFill());
      return new Quota(
          atOnce,
          (microsToFill() - lacking) / microsPerToken(),
          Duration.of(lacking, ChronoUnit.MICROS),
          Duration.of(Math.max(0, lacking + microsPerToken() - microsToFill()), ChronoUnit.MICROS));
    }
  }

  /**
   * What a proof of work takes.
   *
   * @param key signs challenges; the same on all instances, secret, and without a default
   * @param difficulty zero bits that a proof's hash begins with; each more doubles the work
   * @param validFor how long a challenge may be answered
   */
  record ChallengeSettings(
      @NotNull @Size(min = 32) String key,
      @DefaultValue("18") @Min(1) @Max(40) int difficulty,
      @DefaultValue("PT2M") @DurationMin(seconds = 1) Duration validFor) {
    @Override
    public String toString() {
      return "ChallengeSettings[difficulty=" + difficulty + ", validFor=" + validFor + "]";
    }
  }
}
