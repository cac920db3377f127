package dev.boxoffice.local.payments;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets nobody at the API without the merchant's secret key. */
@Component
final class ApiKeyFilter extends OncePerRequestFilter {

  private final byte[] expected;
  private final StripeJson json;

  ApiKeyFilter(PaymentSettings settings, StripeJson json) {
    this.expected = ("Bearer " + settings.secretKey()).getBytes(UTF_8);
    this.json = json;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/v1/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var given = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (given != null && MessageDigest.isEqual(given.getBytes(UTF_8), expected)) {
      chain.doFilter(request, response);
      return;
    }
    var answer = json.error(401, "invalid_request_error", null, null, "Invalid API Key provided.");
    response.setStatus(answer.status());
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.getOutputStream().write(answer.body().getBytes(UTF_8));
  }
}
