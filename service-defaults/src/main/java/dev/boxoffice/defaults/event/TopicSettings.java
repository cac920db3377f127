package dev.boxoffice.defaults.event;

import jakarta.validation.constraints.Positive;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The topics a service writes or reads; each is made with its dead-letter twin if it is not there.
 */
@Validated
@ConfigurationProperties("boxoffice")
public record TopicSettings(
    @DefaultValue List<String> topics, @DefaultValue("6") @Positive int topicPartitions) {
  public TopicSettings {
    topics = List.copyOf(topics);
  }
}
