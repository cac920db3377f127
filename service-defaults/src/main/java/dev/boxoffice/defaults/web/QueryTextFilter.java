package dev.boxoffice.defaults.web;

import dev.boxoffice.defaults.problem.CommonProblems;
import dev.boxoffice.defaults.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses query parameters with text that PostgreSQL cannot store: U+0000 and broken surrogates.
 */
final class QueryTextFilter extends OncePerRequestFilter {
  private final ProblemWriter problems;

  QueryTextFilter(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    // Only the query string: asking for parameters could read a form body.
    if (request.getQueryString() != null && !"POST".equals(request.getMethod())) {
      for (Map.Entry<String, String[]> parameter : request.getParameterMap().entrySet()) {
        for (String value : parameter.getValue()) {
          if (!StorableText.isStorable(value)) {
            problems.write(
                CommonProblems.malformed(parameter.getKey(), StorableText.MESSAGE), response);
            return;
          }
        }
      }
    }
    chain.doFilter(request, response);
  }
}
