package dev.boxoffice.local.launcher;

import java.io.PrintStream;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Shows the events that services could not apply, and sends them back to their topics. */
@Command(
    name = "dlt",
    description = "Shows the events that services could not apply; --replay sends them back.")
final class DeadLettersCommand implements Callable<Integer> {

  @Option(
      names = "--replay",
      paramLabel = "TOPIC",
      description = "Send a topic's back to it, in every service that put some aside.")
  private @Nullable String topic;

  private final PrintStream out = System.out;

  @Override
  public Integer call() {
    StateDir state = Launcher.state();
    TokenMint mint =
        TokenMint.of(
            state.ports().url(Program.ISSUER), LocalSecrets.issuerKeyOf(state), Clock.systemUTC());
    for (Program service : Program.of(Program.Kind.SERVICE)) {
      var letters =
          new DeadLetters(state.ports().url(service), mint.mintForService(service.label()));
      if (topic == null) {
        letters.look().forEach(letter -> print(service, letter));
      } else {
        letters
            .replay(topic)
            .ifPresent(
                sent -> out.printf("%-16s %d sent to %s again%n", service.label(), sent, topic));
      }
    }
    return 0;
  }

  private void print(Program service, JsonNode letter) {
    out.printf(
        "%-16s %s %s  %s %s  key %s%n  %s%n  %s%n",
        service.label(),
        letter.path("topic").asString(""),
        letter.path("position").asString(""),
        letter.path("failedAt").asString(""),
        letter.path("type").asString("(no type)"),
        letter.path("key").asString("(none)"),
        letter.path("reason").asString(""),
        letter.path("payload").asString(""));
  }
}
