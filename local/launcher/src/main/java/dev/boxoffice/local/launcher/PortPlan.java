package dev.boxoffice.local.launcher;

import dev.boxoffice.local.stack.Ports;
import dev.boxoffice.local.stack.StackException;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.function.ToIntFunction;

/** Which program listens where on the loopback address. */
public record PortPlan(Map<Program, Integer> ports) {

  private static final int LAST_PORT = 65_535;

  public PortPlan {
    ports = new EnumMap<>(ports);
    if (ports.size() != Program.values().length) {
      throw new IllegalArgumentException("every program needs a port: " + ports);
    }
    if (new HashSet<>(ports.values()).size() != ports.size()) {
      throw new StackException("two programs want the same port: " + ports);
    }
    ports = Map.copyOf(ports);
  }

  /** Ports that nothing listens on, for a system beside others. */
  public static PortPlan free() {
    return of(program -> Ports.free());
  }

  /** The usual ports, except where a variable like {@code BOXOFFICE_SEAT_PORT} says otherwise. */
  static PortPlan from(Map<String, String> environment) {
    return of(
        program -> {
          String port = environment.get(program.portVariable());
          return port == null ? program.usualPort() : number(program.portVariable(), port);
        });
  }

  static PortPlan read(Properties properties) {
    return of(
        program -> {
          String port = properties.getProperty(program.word());
          return port == null ? program.usualPort() : number(program.word(), port);
        });
  }

  Properties write() {
    Properties properties = new Properties();
    ports.forEach((program, port) -> properties.put(program.word(), port.toString()));
    return properties;
  }

  public int of(Program program) {
    return ports.getOrDefault(program, program.usualPort());
  }

  /**
   * Where others reach a program. What browsers see is called {@code localhost}, as cookies and the
   * issuer's name in tokens must be the same for everybody.
   */
  public URI url(Program program) {
    boolean seenByBrowsers = program == Program.GATEWAY || program == Program.ISSUER;
    return URI.create("http://" + (seenByBrowsers ? "localhost" : "127.0.0.1") + ":" + of(program));
  }

  private static PortPlan of(ToIntFunction<Program> port) {
    Map<Program, Integer> ports = new EnumMap<>(Program.class);
    Arrays.stream(Program.values())
        .forEach(program -> ports.put(program, port.applyAsInt(program)));
    return new PortPlan(ports);
  }

  private static int number(String name, String port) {
    try {
      int number = Integer.parseInt(port);
      if (number >= 1 && number <= LAST_PORT) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new StackException(name + " is no port: " + port, e);
    }
    throw new StackException(name + " is no port: " + port);
  }
}
