package dev.boxoffice.defaults.web;

import dev.boxoffice.defaults.problem.BodyTooLargeException;
import dev.boxoffice.defaults.problem.CommonProblems;
import dev.boxoffice.defaults.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies over the limit: at once where the length is declared, else as soon as it is
 * passed.
 */
final class BodyLimitFilter extends OncePerRequestFilter {
  private final WebLimits limits;
  private final ProblemWriter problems;

  BodyLimitFilter(WebLimits limits, ProblemWriter problems) {
    this.limits = limits;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long limit =
        limits.largeBodyPaths().contains(request.getRequestURI())
            ? limits.largeBodyBytesMax()
            : limits.bodyBytesMax();
    if (request.getContentLengthLong() > limit) {
      problems.write(CommonProblems.bodyTooLarge(limit), response);
      return;
    }
    chain.doFilter(new LimitedRequest(request, limit), response);
  }

  private static final class LimitedRequest extends HttpServletRequestWrapper {
    private final long limit;

    LimitedRequest(HttpServletRequest request, long limit) {
      super(request);
      this.limit = limit;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new LimitedStream(super.getInputStream(), limit);
    }
  }

  private static final class LimitedStream extends ServletInputStream {
    private final ServletInputStream stream;
    private final long limit;
    private long seen;

    LimitedStream(ServletInputStream stream, long limit) {
      this.stream = stream;
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      int next = stream.read();
      if (next >= 0) {
        count(1);
      }
      return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = stream.read(bytes, offset, length);
      if (read > 0) {
        count(read);
      }
      return read;
    }

    private void count(int bytes) throws IOException {
      seen += bytes;
      if (seen > limit) {
        throw new BodyTooLargeException(limit);
      }
    }

    @Override
    public boolean isFinished() {
      return stream.isFinished();
    }

    @Override
    public boolean isReady() {
      return stream.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      stream.setReadListener(listener);
    }
  }
}
