package dev.boxoffice.seat.seatmap;

import dev.boxoffice.defaults.problem.CommonProblems;
import dev.boxoffice.defaults.problem.ProblemWriter;
import dev.boxoffice.defaults.problem.UnavailableException;
import dev.boxoffice.seat.sale.ShowId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.catalina.Globals;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Gives out maps before anything but the count of views looks at the request, where there is
 * nothing to look at: who shows a token has it checked, and what is not written as usual, refused,
 * or unknown here is {@link SeatMapController}'s to answer. For the same bytes to everybody, the
 * rest of the way costs ten times what they do.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class ReadyMaps implements Filter {
  private static final Logger log = LoggerFactory.getLogger(ReadyMaps.class);

  private static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(1);

  private final ShowFeeds feeds;
  private final MapFiles files;
  private final ProblemWriter problems;
  private final Counter sent;
  private final Counter unchanged;
  private final Clock clock;

  /** One warning tells of an outage as well as one for each reader. */
  private final AtomicReference<Instant> warnAgainAt = new AtomicReference<>(Instant.MIN);

  ReadyMaps(
      ShowFeeds feeds, MapFiles files, ProblemWriter problems, MeterRegistry meters, Clock clock) {
    this.feeds = feeds;
    this.files = files;
    this.problems = problems;
    this.clock = clock;
    this.sent = meters.counter("boxoffice.seat.maps.read", "answer", "sent");
    this.unchanged = meters.counter("boxoffice.seat.maps.read", "answer", "unchanged");
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain rest)
      throws IOException, ServletException {
    if (!(request instanceof HttpServletRequest asked)
        || !(response instanceof HttpServletResponse told)) {
      rest.doFilter(request, response);
      return;
    }
    MapAnswer answer;
    try {
      answer = answer(asked);
    } catch (UnavailableException | DataAccessException e) {
      // Nobody translates what a filter throws.
      warn(e);
      problems.write(CommonProblems.unavailable(), told);
      return;
    }
    if (answer == null) {
      rest.doFilter(request, response);
    } else {
      write(answer, asked, told);
    }
  }

  private @Nullable MapAnswer answer(HttpServletRequest asked) {
    if (!asked.getMethod().equals("GET") && !asked.getMethod().equals("HEAD")) {
      return null;
    }
    MapQuestion question = MapQuestion.read(asked.getRequestURI(), asked.getQueryString());
    if (question == null || asked.getHeader(HttpHeaders.AUTHORIZATION) != null) {
      return null;
    }
    ShowFeed feed = feeds.find(new ShowId(question.showId()));
    int section = feed == null ? MapQuestion.NO_SECTION : question.sectionOf(feed.plan());
    if (feed == null || section == MapQuestion.NO_SECTION) {
      return null;
    }
    List<String> known = Collections.list(asked.getHeaders(HttpHeaders.IF_NONE_MATCH));
    return MapAnswer.of(
        feed.current(),
        question.form(),
        section,
        asked.getHeader(HttpHeaders.ACCEPT_ENCODING),
        known);
  }

  private void write(MapAnswer answer, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setStatus(answer.status().value());
    answer.eachHeader(response::setHeader);
    byte[] body = answer.body();
    if (body == null) {
      unchanged.increment();
      return;
    }
    sent.increment();
    response.setContentType(answer.contentType());
    response.setContentLength(body.length);
    Path file = file(answer, body, request);
    if (file == null) {
      response.getOutputStream().write(body);
    } else {
      request.setAttribute(Globals.SENDFILE_FILENAME_ATTR, file.toString());
      request.setAttribute(Globals.SENDFILE_FILE_START_ATTR, 0L);
      request.setAttribute(Globals.SENDFILE_FILE_END_ATTR, (long) body.length);
    }
  }

  private void warn(RuntimeException e) {
    Instant now = clock.instant();
    Instant due = warnAgainAt.get();
    if (!now.isBefore(due) && warnAgainAt.compareAndSet(due, now.plus(BETWEEN_WARNINGS))) {
      log.warn("Maps cannot be made: {}", e.getMessage());
    }
    log.debug("A map cannot be made", e);
  }

  private @Nullable Path file(MapAnswer answer, byte[] body, HttpServletRequest request) {
    return request.getMethod().equals("GET")
            && body.length >= MapFiles.LARGE_BYTES
            && Boolean.TRUE.equals(request.getAttribute(Globals.SENDFILE_SUPPORTED_ATTR))
        ? files.find(answer.name(), body)
        : null;
  }
}
