package dev.boxoffice.local.launcher;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Everything that runs, in the order in which it is started and listed. */
public enum Program {
  POSTGRES(Kind.SERVER, "postgres", 5433, 0),
  REDIS(Kind.SERVER, "redis", 6380, 0),
  KAFKA(Kind.SERVER, "kafka", 9092, 0),
  S3(Kind.SERVER, "s3", 9300, 0),
  ISSUER(Kind.STAND_IN, "issuer", 9000, 96),
  PAYMENTS(Kind.STAND_IN, "payments", 9100, 96),
  EVENT(Kind.SERVICE, "event-service", 8081, 224),
  SEAT(Kind.SERVICE, "seat-service", 8082, 320),
  BOOKING(Kind.SERVICE, "booking-service", 8083, 160),
  QUEUE(Kind.SERVICE, "queue-service", 8084, 128),
  TICKET(Kind.SERVICE, "ticket-service", 8085, 192),
  GATEWAY(Kind.GATEWAY, "gateway", 8080, 192);

  /** What a program is to the others. */
  enum Kind {
    /** Storage and messaging, from module {@code local/stack}. */
    SERVER,
    /** Takes the place of somebody else's service. */
    STAND_IN,
    SERVICE,
    GATEWAY
  }

  private final Kind kind;
  private final String label;
  private final int usualPort;
  private final int heapMegabytes;

  Program(Kind kind, String label, int usualPort, int heapMegabytes) {
    this.kind = kind;
    this.label = label;
    this.usualPort = usualPort;
    this.heapMegabytes = heapMegabytes;
  }

  /** The name in messages, folders and logs; of a service also its client id. */
  public String label() {
    return label;
  }

  Kind kind() {
    return kind;
  }

  int usualPort() {
    return usualPort;
  }

  int heapMegabytes() {
    return heapMegabytes;
  }

  /** The short word of variables, roles and schemas, e.g. {@code seat}. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The environment variable that changes the port. */
  String portVariable() {
    return this == GATEWAY ? "BOXOFFICE_PORT" : "BOXOFFICE_" + name() + "_PORT";
  }

  /** Where the build leaves the jar of a program that is ours. */
  Path jar(Path root) {
    Path module =
        kind == Kind.STAND_IN ? root.resolve("local").resolve(word()) : root.resolve(label);
    String name = kind == Kind.STAND_IN ? "local-" + word() : label;
    return module.resolve("target").resolve(name + ".jar");
  }

  static List<Program> of(Kind kind) {
    return Arrays.stream(values()).filter(program -> program.kind == kind).toList();
  }

  /** The program of that label or short word. */
  static Optional<Program> named(String name) {
    return Arrays.stream(values())
        .filter(program -> program.label.equals(name) || program.word().equals(name))
        .findFirst();
  }
}
