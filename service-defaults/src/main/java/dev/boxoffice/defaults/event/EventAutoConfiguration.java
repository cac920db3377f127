package dev.boxoffice.defaults.event;

import dev.boxoffice.defaults.problem.UnavailableException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.kafka.annotation.EnableKafka;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * How a service reads its topics: what a dependency's absence caused is tried until it works; what
 * an event's content caused is tried a few times and then goes to {@code <topic>-dlt}, so that it
 * blocks nobody.
 */
@AutoConfiguration
@EnableKafka
@EnableConfigurationProperties(TopicSettings.class)
class EventAutoConfiguration {
  private static final String DEAD_LETTERS = "-dlt";
  private static final long RETRY_MILLIS = 200;
  private static final long RETRIES_OF_A_POISON_EVENT = 4;
  private static final long RETRY_MILLIS_MAX = 5_000;
  private static final int CAUSES_MAX = 10;

  @Bean
  KafkaAdmin.NewTopics boxofficeTopics(TopicSettings settings) {
    return new KafkaAdmin.NewTopics(
        settings.topics().stream()
            .flatMap(topic -> Stream.of(topic, topic + DEAD_LETTERS))
            .map(name -> TopicBuilder.name(name).partitions(settings.topicPartitions()).build())
            .toArray(NewTopic[]::new));
  }

  @Bean
  CommonErrorHandler eventErrorHandler(KafkaTemplate<Object, Object> template) {
    var recoverer =
        new DeadLetterPublishingRecoverer(
            template,
            (message, exception) ->
                new TopicPartition(message.topic() + DEAD_LETTERS, message.partition()));
    var handler =
        new DefaultErrorHandler(
            recoverer, new FixedBackOff(RETRY_MILLIS, RETRIES_OF_A_POISON_EVENT));
    handler.addNotRetryableExceptions(MalformedEventException.class);
    handler.setBackOffFunction(
        (message, exception) -> {
          if (!dependencyIsAway(exception)) {
            return null;
          }
          ExponentialBackOff untilItWorks = new ExponentialBackOff(RETRY_MILLIS, 2);
          untilItWorks.setMaxInterval(RETRY_MILLIS_MAX);
          return untilItWorks;
        });
    return handler;
  }

  /**
   * Whether nothing is wrong with the event. A database that hangs is seen as a failed access or,
   * if it hangs in the commit, as a failed transaction.
   */
  static boolean dependencyIsAway(Throwable thrown) {
    int depth = 0;
    for (Throwable t = thrown; t != null && depth++ < CAUSES_MAX; t = t.getCause()) {
      if (t instanceof UnavailableException
          || t instanceof CannotCreateTransactionException
          || t instanceof TransactionSystemException
          || t instanceof DataAccessResourceFailureException
          || t instanceof RecoverableDataAccessException
          || t instanceof TransientDataAccessException) {
        return true;
      }
    }
    return false;
  }
}
