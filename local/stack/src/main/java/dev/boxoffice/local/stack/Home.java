package dev.boxoffice.local.stack;

import java.nio.file.Path;

/**
 * Where a server lives.
 *
 * @param directory its state, log and pid file; kept between starts
 * @param port on the loopback address; 0 takes a free one at every start
 * @param lifetime when it ends
 */
public record Home(Path directory, int port, Lifetime lifetime) {

  public Home {
    directory = directory.toAbsolutePath().normalize();
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("port " + port);
    }
  }

  /** The same place with a port that is never 0. */
  Home withPort() {
    return port == 0 ? new Home(directory, Ports.free(), lifetime) : this;
  }

  Path log(String name) {
    return directory.resolve(name + ".log");
  }

  Path pidFile(String name) {
    return directory.resolve(name + ".pid");
  }
}
