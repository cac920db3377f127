package dev.boxoffice.system.seatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WrkTests {
  @Test
  void readsWhatWrkPrints() {
    Wrk.Run run =
        Wrk.parse(
            """
            Running 1s test @ http://127.0.0.1:8080/
              2 threads and 64 connections
              Thread Stats   Avg      Stdev     Max   +/- Stdev
                Latency     3.19ms    1.02ms  24.93ms   91.43%
                Req/Sec    10.19k     1.05k   12.64k    70.00%
              Latency Distribution
                 50%    3.05ms
                 75%    3.42ms
                 90%    3.99ms
                 99%    7.25ms
              20480 requests in 1.01s, 10.00MB read
            Requests/sec:  20277.23
            Transfer/sec:      9.90MB
            """);

    assertThat(run).isEqualTo(new Wrk.Run(20277.23, 7.25, 512, 0));
  }

  @Test
  void countsWhatFailed() {
    Wrk.Run run =
        Wrk.parse(
            """
                 99%  850.00us
              100 requests in 2.00s, 1.00KB read
              Socket errors: connect 0, read 3, write 1, timeout 2
              Non-2xx or 3xx responses: 7
            Requests/sec:     50.00
            """);

    assertThat(run).isEqualTo(new Wrk.Run(50, 0.85, 10.24, 13));
  }

  @Test
  void saysWhatItCouldNotRead() {
    assertThatThrownBy(() -> Wrk.parse("unable to connect")).hasMessageContaining("unable");
  }
}
