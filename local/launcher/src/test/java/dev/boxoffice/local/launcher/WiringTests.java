package dev.boxoffice.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WiringTests {

  @TempDir Path folder;
  private LocalSecrets secrets;
  private Wiring wiring;

  @BeforeEach
  void wire() {
    StateDir state = StateDir.at(folder).created();
    secrets = LocalSecrets.in(state);
    wiring =
        new Wiring(
            PortPlan.from(Map.of()), secrets, state, Map.of("BOXOFFICE_SEAT_HOLDFOR", "PT5S"));
  }

  @Test
  void tellsAServiceOfItsOwnSchemaAndRole() {
    assertThat(wiring.environment(Program.SEAT))
        .containsEntry(
            "SPRING_DATASOURCE_URL",
            "jdbc:postgresql://127.0.0.1:5433/boxoffice?currentSchema=seat,extensions")
        .containsEntry("SPRING_DATASOURCE_USERNAME", "seat")
        .containsEntry("SPRING_DATASOURCE_PASSWORD", secrets.databasePassword(Program.SEAT))
        .containsEntry("BOXOFFICE_SECURITY_CLIENTID", "seat-service")
        .containsEntry("BOXOFFICE_SERVICES_EVENT", "http://127.0.0.1:8081");
  }

  @Test
  void tellsNobodyASecretThatIsNotTheirs() {
    assertThat(wiring.environment(Program.SEAT).values())
        .doesNotContain(
            secrets.databasePassword(Program.BOOKING),
            secrets.clientSecret(Program.BOOKING),
            secrets.paymentKey(),
            secrets.objectStoreSecretKey(),
            secrets.ticketKey().toString());
    assertThat(wiring.environment(Program.GATEWAY).values())
        .doesNotContain(
            secrets.databasePassword(Program.SEAT),
            secrets.clientSecret(Program.SEAT),
            secrets.paymentKey(),
            secrets.challengeKey());
    assertThat(wiring.environment(Program.BOOKING).values()).doesNotContain(secrets.challengeKey());
    assertThat(wiring.environment(Program.SEAT))
        .containsEntry("BOXOFFICE_GUARD_CHALLENGE_KEY", secrets.challengeKey());
  }

  @Test
  void letsOverridesHaveTheLastWord() {
    assertThat(wiring.environment(Program.SEAT)).containsEntry("BOXOFFICE_SEAT_HOLDFOR", "PT5S");
  }
}
