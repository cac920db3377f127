package dev.boxoffice.local.launcher;

import dev.boxoffice.local.launcher.publishing.Elapsed;
import dev.boxoffice.local.launcher.publishing.Organiser;
import dev.boxoffice.local.stack.Lifetime;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts what does not run yet, and leaves it running. */
@Command(
    name = "up",
    description = {
      "Starts everything that does not run yet and leaves it running.",
      "A new system gets a demo catalogue to look at and to buy from.",
      "Ports: BOXOFFICE_PORT (the gateway's), BOXOFFICE_EVENT_PORT, BOXOFFICE_POSTGRES_PORT, ..."
    })
final class UpCommand implements Callable<Integer> {

  private static final String ORGANISER = "olga";

  @Option(names = "--no-demo", description = "Leaves a new system without the demo catalogue.")
  private boolean withoutDemo;

  private final PrintStream out = System.out;
  private volatile boolean isUp;

  @Override
  public Integer call() {
    long since = System.nanoTime();
    boolean isNew = !Launcher.state().exists();
    StateDir state = Launcher.state().created();
    FirstCatalogue catalogue = new FirstCatalogue(state, Clock.systemUTC(), out::println);
    if (isNew && !withoutDemo) {
      catalogue.want();
    }
    out.println("Starting, with data and logs in " + state.folder());
    try (StateLock lock = StateLock.take(state, out::println)) {
      LocalSystem system =
          new LocalSystem(
              state,
              PortPlan.from(System.getenv()),
              Map.of(),
              Lifetime.UNTIL_STOPPED,
              out::println);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stopUnlessUp(system)));
      system.bringUp();
      isUp = true;
      system.tidy();
      lock.check();
      if (catalogue.isWanted() && !withoutDemo) {
        load(catalogue, system);
      }
      out.println();
      print(system.ports(), state);
      out.println("Up in " + Elapsed.since(since) + ". Stop it with: ./boxoffice down");
      return 0;
    }
  }

  private static void load(FirstCatalogue catalogue, LocalSystem system) {
    String token = system.tokens().mint(ORGANISER, TokenCommand.Role.ORGANISER.name());
    try (Organiser client = new Organiser(system.ports().url(Program.GATEWAY), token)) {
      catalogue.load(client);
    }
  }

  /** After Ctrl-C; after a failure there is nothing left to stop. */
  private void stopUnlessUp(LocalSystem system) {
    if (!isUp) {
      out.println("Not everything came up: stopping what was started");
      system.giveUp();
    }
  }

  private void print(PortPlan ports, StateDir state) {
    out.println("  Boxoffice   " + ports.url(Program.GATEWAY));
    out.println("  sign in at  " + ports.url(Program.ISSUER) + "  (alice, bob, olga, sam)");
    out.println("  payments    " + ports.url(Program.PAYMENTS));
    out.println("  a token     ./boxoffice token --sub alice");
    out.println("  logs        ./boxoffice logs, in " + state.folder() + "/*/*.log");
    out.println();
  }
}
