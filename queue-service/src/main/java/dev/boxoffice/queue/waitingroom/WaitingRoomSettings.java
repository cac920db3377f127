package dev.boxoffice.queue.waitingroom;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param lobbyOpensBefore how long before sales start people may join
 */
@Validated
@ConfigurationProperties("boxoffice.waiting-room")
record WaitingRoomSettings(@NotNull @DurationMin Duration lobbyOpensBefore) {}
