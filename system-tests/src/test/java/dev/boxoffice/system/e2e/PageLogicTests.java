package dev.boxoffice.system.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page's own reasoning, module by module, in the browser that runs it. */
class PageLogicTests {
  private Visitor visitor;

  @BeforeEach
  void open() {
    visitor = Chromium.running().visitor(Platform.running().gateway());
    visitor.open("/");
    visitor.page().locator("h1").waitFor();
  }

  @AfterEach
  void close() {
    if (visitor != null) {
      visitor.close();
    }
  }

  /** Runs a function's body with a module's exports as {@code it}. */
  private Object in(String module, String body) {
    return visitor
        .page()
        .evaluate(
            "async (module) => { const base = document.querySelector('script').src; const it ="
                + " await import(new URL(module, base)); "
                + body
                + "}",
            module);
  }

  @Test
  void countsDownWhatTheServerSaidByAClockThatOnlyRises() {
    Object seen =
        in(
            "./purchase/countdown.js",
            """
            let now = 5000;
            const countdown = new it.Countdown(20, () => now);
            const left = [countdown.secondsLeft];
            now += 1500;
            left.push(countdown.secondsLeft);
            countdown.restart(300);
            left.push(countdown.secondsLeft);
            now += 300000;
            left.push(countdown.secondsLeft, countdown.isOver);
            return left;
            """);
    assertThat(seen).isEqualTo(List.of(20, 19, 300, 0, true));
  }

  @Test
  void takesFramesInTheirOrderAndResynchronisesAfterAGap() {
    Object seen =
        in(
            "./seatmap/stream-state.js",
            """
            const state = new it.StreamState(41);
            const update = (seq) => ({type: 'SEAT_UPDATE', seq, seats: [[3, 1]]});
            return [
              {type: 'HELLO', seq: 41}, update(42), update(42), {type: 'BEACON', seq: 42},
              update(44), {type: 'BEACON', seq: 44}, {type: 'HELLO', seq: 43},
              {type: 'RESYNC', seq: 90}, {type: 'NEWS', seq: 91},
            ].map((frame) => state.take(frame).do);
            """);
    assertThat(seen)
        .isEqualTo(
            List.of(
                "nothing", "apply", "nothing", "nothing", "resync", "resync", "resync", "resync",
                "nothing"));
  }

  @Test
  void comesBackLaterEachTimeAndSpreadsWhenAllWereSentAway() {
    Object seen =
        in(
            "./seatmap/come-back.js",
            """
            let chance = 0.5;
            const back = new it.ComeBack(() => chance);
            const waits = [back.waitAfter(1006), back.waitAfter(1006), back.waitAfter(1006)];
            back.succeeded();
            chance = 0.9;
            waits.push(back.waitAfter(1012), back.waitAfter(1013));
            for (let i = 0; i < 9; i++) back.waitAfter(1006);
            waits.push(back.waitAfter(1006));
            return waits.map(Math.round);
            """);
    assertThat(seen).isEqualTo(List.of(500, 1000, 2000, 4500, 4500, 21_000));
  }

  @Test
  void zoomsAroundThePointUnderTheHand() {
    Object seen =
        in(
            "./seatmap/viewport.js",
            """
            const view = new it.Viewport({left: 0, top: 0, right: 1000, bottom: 500}, 10);
            view.resize(500, 500);
            const before = view.toMap(200, 260);
            view.zoomAt(200, 260, 3);
            const after = view.toMap(200, 260);
            return Math.hypot(before.x - after.x, before.y - after.y) < 1e-6;
            """);
    assertThat(seen).isEqualTo(true);
  }

  @Test
  void findsTheNearestOfManyPoints() {
    Object seen =
        in(
            "./seatmap/grid.js",
            """
            let seed = 7;
            const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
            const xs = Float32Array.from({length: 3000}, () => random() * 900);
            const ys = Float32Array.from({length: 3000}, () => random() * 300);
            const grid = new it.Grid(xs, ys);
            for (let i = 0; i < 300; i++) {
              const [x, y] = [random() * 1000 - 50, random() * 400 - 50];
              const away = (n) => Math.hypot(xs[n] - x, ys[n] - y);
              const true_ = xs.reduce((best, _, n) => (away(n) < away(best) ? n : best), 0);
              const found = grid.nearest(x, y, Infinity);
              if (away(found) > away(true_)) return `${found} is not nearest to ${x}, ${y}`;
              if (grid.nearest(x, y, away(true_) * 0.99) !== -1) return 'found what is too far';
            }
            return 'right';
            """);
    assertThat(seen).isEqualTo("right");
  }

  @Test
  void hashesAsTheBoxOfficeDoes() {
    Object seen =
        in(
            "./purchase/proof-of-work.js",
            """
            const zeroBits = async (text) => {
              const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
              const bits = [...new Uint8Array(hash)].map((b) => b.toString(2).padStart(8, '0'));
              return bits.join('').indexOf('1');
            };
            const challenge = {
              salt: 'Q2hhbGxlbmdlU2FsdDAwMA', difficulty: 12,
              expiresAt: '2027-01-10T18:02:00Z', signature: 'signed',
            };
            const solution = await it.solve(challenge);
            const [salt, difficulty, expiresAt, signature, number] = solution.split('.');
            return [salt, difficulty, expiresAt, signature].join(' ')
              + ((await zeroBits(salt + number)) >= 12 ? ' solved' : ' not solved');
            """);
    assertThat(seen).isEqualTo("Q2hhbGxlbmdlU2FsdDAwMA 12 2027-01-10T18:02:00Z signed solved");
  }

  @Test
  void hasWordsForEveryCodeOfTheContract() {
    List<String> codes =
        List.of(
            "UNAUTHENTICATED",
            "FORBIDDEN",
            "NOT_FOUND",
            "EVENT_NOT_FOUND",
            "SHOW_NOT_FOUND",
            "HOLD_NOT_FOUND",
            "BOOKING_NOT_FOUND",
            "TICKET_NOT_FOUND",
            "NOT_IN_QUEUE",
            "METHOD_NOT_ALLOWED",
            "BODY_TOO_LARGE",
            "RATE_LIMITED",
            "UNAVAILABLE",
            "INTERNAL",
            "VALIDATION_FAILED",
            "USER_MISMATCH",
            "IDEMPOTENCY_KEY_REUSED",
            "REQUEST_IN_PROGRESS",
            "SHOW_NOT_ON_SALE",
            "TOO_MANY_DEVICES",
            "CHALLENGE_REQUIRED",
            "ADMISSION_REQUIRED",
            "SEAT_NOT_FOUND",
            "TICKET_LIMIT_REACHED",
            "ORPHAN_SEAT",
            "SEATS_UNAVAILABLE",
            "HOLD_NOT_EXTENDABLE",
            "HOLD_EXPIRED",
            "PAYMENT_DECLINED",
            "BOOKING_NOT_CANCELLABLE",
            "QUEUE_NOT_OPEN",
            "TRANSFER_FORBIDDEN");
    Object wordless =
        visitor
            .page()
            .evaluate(
                """
                async (codes) => {
                  const base = document.querySelector('script').src;
                  const {wordsFor} = await import(new URL('./refusals.js', base));
                  const {Refusal} = await import(new URL('./api/client.js', base));
                  return codes.filter((code) =>
                    wordsFor(new Refusal(400, {code, limit: 6, owned: 1})).title === 'That did not work');
                }
                """,
                codes);
    assertThat(wordless).isEqualTo(List.of());
  }
}
