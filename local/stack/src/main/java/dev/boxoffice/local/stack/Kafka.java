package dev.boxoffice.local.stack;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A Kafka node that is broker and KRaft controller in one small JVM. Topics must be created. */
public final class Kafka implements AutoCloseable {

  private static final String NAME = "kafka";
  private static final String CLUSTER_ID = "Qm94b2ZmaWNlLWxvY2FsLQ";
  private static final Duration STOP_WITHIN = Duration.ofSeconds(20);
  private static final int ANSWER_TIMEOUT_MILLIS = 2_000;
  private static final short API_VERSIONS = 18;

  private static final List<String> JVM =
      List.of("-Xms64m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private static final String LOGGING =
      """
      <Configuration>
        <Appenders>
          <Console name="out"><PatternLayout pattern="%d %-5p %c{1} %m%n"/></Console>
        </Appenders>
        <Loggers><Root level="warn"><AppenderRef ref="out"/></Root></Loggers>
      </Configuration>
      """;

  private final LocalProcess process;
  private final int port;

  private Kafka(LocalProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  public static Kafka start(Home wanted) {
    var home = wanted.withPort();
    try {
      var data = Files.createDirectories(home.directory().resolve("data"));
      var logging = Files.writeString(home.directory().resolve("log4j2.xml"), LOGGING);
      var settings =
          Files.writeString(
              home.directory().resolve("server.properties"),
              settings(home.port(), Ports.free(), data));
      if (!Files.exists(data.resolve("meta.properties"))) {
        Files.writeString(
            home.directory().resolve("format.log"),
            Programs.output(
                java(
                    logging,
                    List.of(
                        "kafka.tools.StorageTool",
                        "format",
                        "--cluster-id",
                        CLUSTER_ID,
                        "--config",
                        settings.toString()))));
      }
      var words = java(logging, List.of("kafka.Kafka", settings.toString()));
      var process =
          Readiness.start(
              ProcessCommand.at(home, NAME, words), STOP_WITHIN, () -> askForVersions(home.port()));
      return new Kafka(process, home.port());
    } catch (IOException e) {
      throw new StackException("cannot prepare " + home.directory(), e);
    }
  }

  public LocalProcess process() {
    return process;
  }

  public int port() {
    return port;
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void close() {
    process.stop(STOP_WITHIN);
  }

  /** Kafka's own handshake, version 0: answered only by a broker that serves requests. */
  private static void askForVersions(int port) throws IOException {
    try (var socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), ANSWER_TIMEOUT_MILLIS);
      socket.setSoTimeout(ANSWER_TIMEOUT_MILLIS);
      var out = new DataOutputStream(socket.getOutputStream());
      out.writeInt(10);
      out.writeShort(API_VERSIONS);
      out.writeShort(0);
      out.writeInt(1);
      out.writeShort(-1);
      out.flush();
      var in = new DataInputStream(socket.getInputStream());
      int length = in.readInt();
      int correlation = in.readInt();
      short error = in.readShort();
      if (length < 6 || correlation != 1 || error != 0) {
        throw new IOException("the broker answered with error " + error);
      }
    }
  }

  private static List<String> java(Path logging, List<String> arguments) {
    var words = new ArrayList<String>();
    words.add(Programs.java());
    words.addAll(JVM);
    words.add("-Dlog4j2.configurationFile=" + logging);
    words.add("-cp");
    words.add(Repository.classPath("kafka"));
    words.addAll(arguments);
    return words;
  }

  private static String settings(int port, int controllerPort, Path data) {
    return """
    process.roles=broker,controller
    node.id=1
    controller.quorum.voters=1@127.0.0.1:%2$d
    listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
    advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
    inter.broker.listener.name=PLAINTEXT
    controller.listener.names=CONTROLLER
    listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
    log.dirs=%3$s
    auto.create.topics.enable=false
    num.partitions=3
    offsets.topic.replication.factor=1
    offsets.topic.num.partitions=6
    transaction.state.log.replication.factor=1
    transaction.state.log.min.isr=1
    transaction.state.log.num.partitions=3
    share.coordinator.state.topic.replication.factor=1
    share.coordinator.state.topic.min.isr=1
    share.coordinator.state.topic.num.partitions=1
    group.initial.rebalance.delay.ms=0
    num.network.threads=2
    num.io.threads=4
    background.threads=2
    log.cleaner.dedupe.buffer.size=16777216
    """
        .formatted(port, controllerPort, data);
  }
}
