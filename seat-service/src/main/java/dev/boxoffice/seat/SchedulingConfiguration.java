package dev.boxoffice.seat;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

@Configuration(proxyBeanMethods = false)
class SchedulingConfiguration {
  private static final int JOBS_AT_ONCE = 4;

  /**
   * Boot's scheduler for virtual threads runs all jobs with a fixed delay on one thread: a stadium
   * being prepared would hold up the counts of every show.
   */
  @Bean
  ThreadPoolTaskScheduler taskScheduler() {
    ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
    scheduler.setPoolSize(JOBS_AT_ONCE);
    scheduler.setThreadNamePrefix("job-");
    return scheduler;
  }
}
