package dev.boxoffice.system.seatmap;

import dev.boxoffice.local.stack.Lifetime;
import dev.boxoffice.local.stack.LocalProcess;
import dev.boxoffice.local.stack.Ports;
import dev.boxoffice.local.stack.ProcessCommand;
import dev.boxoffice.local.stack.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** nginx with the same bytes: as files at one port, and as a proxy of that at another. */
final class Nginx implements AutoCloseable {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
  private static final int LOOKS_MAX = 200;
  private static final Duration STOPS_WITHIN = Duration.ofSeconds(5);

  private final LocalProcess process;
  private final int files;
  private final int proxy;

  private Nginx(LocalProcess process, int files, int proxy) {
    this.process = process;
    this.files = files;
    this.proxy = proxy;
  }

  /**
   * A body to serve.
   *
   * @param name of its path
   * @param coding of the bytes; none if empty
   */
  record Served(String name, String type, String coding, Path file) {
    String location() {
      return """
          location = /%s {
            alias %s;
            default_type %s;%s
          }
      """
          .formatted(
              name,
              file,
              type,
              // The headers from above hold only where there are none here.
              coding.isEmpty()
                  ? ""
                  : """

            add_header Cache-Control "max-age=2, public, stale-while-revalidate=5";
            add_header Vary Accept-Encoding;
            add_header Content-Encoding %s;"""
                      .formatted(coding));
    }
  }

  /** Returns when both ports answer. */
  static Nginx start(Path program, Path folder, List<Served> bodies) {
    int files = Ports.free();
    int proxy = Ports.free();
    StringBuilder locations = new StringBuilder();
    bodies.forEach(body -> locations.append(body.location()));
    try {
      Path configuration =
          Files.writeString(
              folder.resolve("nginx.conf"),
              configuration(folder, files, proxy, locations.toString()));
      LocalProcess process =
          LocalProcess.start(
              new ProcessCommand(
                  "nginx",
                  List.of(
                      program.toString(), "-p", folder.toString(), "-c", configuration.toString()),
                  Map.of(),
                  folder,
                  folder.resolve("nginx.log"),
                  folder.resolve("nginx.process"),
                  "QUIT",
                  Lifetime.OF_THIS_JVM));
      Nginx nginx = new Nginx(process, files, proxy);
      nginx.awaitPorts();
      return nginx;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As usual; the proxy keeps its connections and holds answers in memory. */
  private static String configuration(Path folder, int files, int proxy, String locations) {
    // Started by root it would read files as somebody who may not.
    String user = System.getProperty("user.name").equals("root") ? "user root;" : "";
    return """
      daemon off;
      worker_processes auto;
      %1$s
      pid %2$s/nginx.pid;
      error_log %2$s/error.log;
      events { worker_connections 4096; }
      http {
        access_log off;
        sendfile on;
        tcp_nopush on;
        keepalive_requests 1000000000;
        open_file_cache max=100 inactive=1h;
        client_body_temp_path %2$s/body;
        proxy_temp_path %2$s/proxy;
        fastcgi_temp_path %2$s/fastcgi;
        uwsgi_temp_path %2$s/uwsgi;
        scgi_temp_path %2$s/scgi;
        types { }
        add_header Cache-Control "max-age=2, public, stale-while-revalidate=5";
        add_header Vary Accept-Encoding;
        upstream files {
          server 127.0.0.1:%3$d;
          keepalive 256;
          keepalive_requests 1000000000;
        }
        server {
          listen 127.0.0.1:%3$d;
      %5$s
        }
        server {
          listen 127.0.0.1:%4$d;
          location / {
            proxy_pass http://files;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_buffers 64 16k;
            proxy_busy_buffers_size 128k;
          }
        }
      }
      """
        .formatted(user, folder, files, proxy, locations);
  }

  private void awaitPorts() {
    for (int look = 0; look < LOOKS_MAX; look++) {
      if (!process.isAlive()) {
        throw new StackException("nginx ended at once; see " + process.log());
      }
      if (!Ports.isFree(files) && !Ports.isFree(proxy)) {
        return;
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
    close();
    throw new StackException("nginx does not listen; see " + process.log());
  }

  URI files(String name) {
    return URI.create("http://127.0.0.1:" + files + "/" + name);
  }

  URI proxy(String name) {
    return URI.create("http://127.0.0.1:" + proxy + "/" + name);
  }

  @Override
  public void close() {
    process.stop(STOPS_WITHIN);
  }
}
