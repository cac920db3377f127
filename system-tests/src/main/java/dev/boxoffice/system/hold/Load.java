package dev.boxoffice.system.hold;

import java.util.Locale;

/** Which seats are asked for. */
public enum Load {
  UNIFORM,
  /** 80 % of the attempts go for 20 % of the seats. */
  HOT;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
