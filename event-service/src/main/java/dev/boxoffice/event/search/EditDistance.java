package dev.boxoffice.event.search;

/**
 * How many slips of the pen lie between two words: letters left out, put in, mistaken, or two
 * neighbours that changed places (optimal string alignment).
 */
final class EditDistance {
  private EditDistance() {}

  static int between(String one, String other) {
    int[] a = one.codePoints().toArray();
    int[] b = other.codePoints().toArray();
    int[][] distance = new int[a.length + 1][b.length + 1];
    for (int i = 0; i <= a.length; i++) {
      for (int j = 0; j <= b.length; j++) {
        distance[i][j] = i == 0 || j == 0 ? i + j : step(a, b, i, j, distance);
      }
    }
    return distance[a.length][b.length];
  }

  private static int step(int[] a, int[] b, int i, int j, int[][] distance) {
    int mistaken = distance[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
    int best = Math.min(mistaken, 1 + Math.min(distance[i - 1][j], distance[i][j - 1]));
    if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
      best = Math.min(best, distance[i - 2][j - 2] + 1);
    }
    return best;
  }
}
