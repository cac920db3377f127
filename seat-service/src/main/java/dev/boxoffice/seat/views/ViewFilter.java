package dev.boxoffice.seat.views;

import dev.boxoffice.seat.sale.ShowId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts seat maps that are given out and streams that are opened, once they are. */
class ViewFilter extends OncePerRequestFilter {
  private static final Pattern VIEW =
      Pattern.compile(
          "/v1/(?:events/[^/]+/shows/(?<mapped>[0-9A-Fa-f-]{36})/seats"
              + "|shows/(?<watched>[0-9A-Fa-f-]{36})/(?:stream|events))");

  private final CountViews countViews;

  ViewFilter(CountViews countViews) {
    this.countViews = countViews;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(request, response);
    if (!request.getMethod().equals("GET") || !isGiven(response.getStatus())) {
      return;
    }
    Matcher view = VIEW.matcher(request.getRequestURI());
    if (!view.matches()) {
      return;
    }
    String watched = view.group("watched");
    if (watched != null) {
      countViews.count(new ShowId(UUID.fromString(watched)));
    } else if (request.getParameter("section") == null) {
      countViews.count(new ShowId(UUID.fromString(view.group("mapped"))));
    }
  }

  private static boolean isGiven(int status) {
    return status == HttpServletResponse.SC_OK
        || status == HttpServletResponse.SC_SWITCHING_PROTOCOLS;
  }
}
