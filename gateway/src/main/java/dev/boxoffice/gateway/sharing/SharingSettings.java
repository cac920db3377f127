package dev.boxoffice.gateway.sharing;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How far answers are shared.
 *
 * @param freshAtMost however long a service lets its answer be kept, it is not given out for longer
 * @param staleAtMost how long after that an answer may stand in for one that does not come
 * @param patience how long a request waits for a new answer while an old one could stand in
 * @param bytesMax the memory that all kept answers may take, about
 * @param answerBytesMax larger answers are not kept, and pass without being gathered
 * @param gatheringBytesMax the memory that all answers on their way may take, about; requests for
 *     which there is none pass without being shared
 */
@Validated
@ConfigurationProperties("boxoffice.sharing")
record SharingSettings(
    @NotNull @DefaultValue("2s") Duration freshAtMost,
    @NotNull @DefaultValue("5s") Duration staleAtMost,
    @NotNull @DefaultValue("100ms") Duration patience,
    @NotNull @DefaultValue("48MB") DataSize bytesMax,
    @NotNull @DefaultValue("8MB") DataSize answerBytesMax,
    @NotNull @DefaultValue("32MB") DataSize gatheringBytesMax) {

  /** Room is counted in an int, and an answer takes twice its size. */
  private static final DataSize LARGE = DataSize.ofGigabytes(1);

  SharingSettings {
    if (gatheringBytesMax.compareTo(LARGE) > 0) {
      throw new IllegalArgumentException("boxoffice.sharing.gathering-bytes-max is over " + LARGE);
    }
    if (answerBytesMax.toBytes() > LARGE.toBytes() / 2) {
      throw new IllegalArgumentException(
          "boxoffice.sharing.answer-bytes-max is over half of " + LARGE);
    }
  }
}
