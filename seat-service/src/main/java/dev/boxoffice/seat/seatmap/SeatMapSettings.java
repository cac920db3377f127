package dev.boxoffice.seat.seatmap;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The limits of seat maps and their streams.
 *
 * @param freshFor how old a picture of the seats may be when it is given out
 * @param frameEvery the least time between two frames of a show, whoever makes them
 * @param frameEveryMax the same however many watch the show
 * @param sendsPerSecond how often a second, for all readers of a show together, a frame is written:
 *     more readers get fewer frames
 * @param seatsPerFrameMax how many changes one frame carries; more become several frames
 * @param framesKept how many frames of a show can be replayed
 * @param keptFor how long after its last change Redis keeps a show's sequence
 * @param framesWaitingMax how many frames may wait for one reader before it counts as fallen behind
 * @param beaconEvery how often a stream tells its number, and a socket is pinged
 * @param idleFor how long a socket may leave pings unanswered
 * @param outageGrace how long streams stay open while Redis is away
 * @param feedsMax how many shows' seats are kept in memory
 * @param planBytesMax how much memory the static parts of seat maps may take
 */
@Validated
@ConfigurationProperties("boxoffice.seat-map")
record SeatMapSettings(
    @NotNull @DefaultValue("PT1S") Duration freshFor,
    @NotNull @DefaultValue("PT0.25S") Duration frameEvery,
    @NotNull @DefaultValue("PT2S") Duration frameEveryMax,
    @Positive @DefaultValue("33000") int sendsPerSecond,
    @Positive @DefaultValue("1000") int seatsPerFrameMax,
    @Positive @DefaultValue("512") int framesKept,
    @NotNull @DefaultValue("P2D") Duration keptFor,
    @Positive @DefaultValue("64") int framesWaitingMax,
    @NotNull @DefaultValue("PT10S") Duration beaconEvery,
    @NotNull @DefaultValue("PT60S") Duration idleFor,
    @NotNull @DefaultValue("PT5S") Duration outageGrace,
    @Positive @DefaultValue("1000") int feedsMax,
    @Positive @DefaultValue("134217728") long planBytesMax) {}
