package dev.boxoffice.system.seatmap;

/** Who answers. */
enum Way {
  SEAT_SERVICE("seat-service"),
  GATEWAY("gateway"),
  NGINX_STATIC("nginx, files"),
  NGINX_PROXY("nginx, proxy of those");

  private final String label;

  Way(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
