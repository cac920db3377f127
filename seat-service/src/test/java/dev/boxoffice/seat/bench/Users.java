package dev.boxoffice.seat.bench;

import java.util.List;

/** Who asks: one after the other, and from the first again, {@code load-1} to the last. */
record Users(List<String> tokens) {
  Users {
    tokens = List.copyOf(tokens);
  }

  String name(int number) {
    return "load-" + (Math.floorMod(number, tokens.size()) + 1);
  }

  String token(int number) {
    return tokens.get(Math.floorMod(number, tokens.size()));
  }
}
