package dev.boxoffice.seat.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** A wrong setting, and above all a missing key, stops the start. */
class GuardSettingsTests {
  private static final String KEY = "boxoffice.guard.challenge.key=" + "k".repeat(32);

  private final ApplicationContextRunner service =
      new ApplicationContextRunner()
          .withInitializer(new ConfigDataApplicationContextInitializer())
          .withUserConfiguration(Settings.class);

  @EnableConfigurationProperties(GuardSettings.class)
  static class Settings {}

  @Test
  void hasNoKeyOfItsOwn() {
    service.run(context -> assertThat(context).hasFailed());
    service
        .withPropertyValues("boxoffice.guard.challenge.key=short")
        .run(context -> assertThat(context).hasFailed());
  }

  @Test
  void comesWithTheLimitsOfTheContract() {
    service
        .withPropertyValues(KEY)
        .run(
            context -> {
              GuardSettings settings = context.getBean(GuardSettings.class);
              assertThat(settings.user()).isEqualTo(new GuardSettings.Rate(30, 5));
              assertThat(settings.address()).isEqualTo(new GuardSettings.Rate(2000, 500));
              assertThat(settings.devicesMax()).isEqualTo(3);
              assertThat(settings.refusalsMax()).isEqualTo(50);
              assertThat(settings.refusalsWithin()).isEqualTo(Duration.ofSeconds(10));
              assertThat(settings.toString()).doesNotContain("kkk");
            });
  }

  @Test
  void refusesLimitsThatAreNone() {
    for (String wrong :
        new String[] {
          "boxoffice.guard.user.at-once=0",
          "boxoffice.guard.address.per-second=-1",
          "boxoffice.guard.devices-max=0",
          "boxoffice.guard.challenge.difficulty=41",
          "boxoffice.guard.cool-down=PT0S"
        }) {
      service.withPropertyValues(KEY, wrong).run(context -> assertThat(context).hasFailed());
    }
  }
}
