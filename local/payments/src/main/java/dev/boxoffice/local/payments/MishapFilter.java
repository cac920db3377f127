package dev.boxoffice.local.payments;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.coyote.CloseNowException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Lets requests go wrong that are meant to. Only those with an idempotency key can be repeated. */
@Component
final class MishapFilter extends OncePerRequestFilter {

  private static final Pattern INTENT =
      Pattern.compile("/v1/payment_intents(?:/([^/]+)/(confirm|capture|cancel))?");
  private static final String REFUNDS = "/v1/refunds";

  /** More than is ever sent, so that whoever reads it sees that the rest is missing. */
  private static final int PROMISED_BYTES = 1 << 20;

  private static final int AT_FAULT = 500;

  private final Mishaps mishaps;
  private final Book book;
  private final StripeJson json;
  private final PaymentSettings settings;

  MishapFilter(Mishaps mishaps, Book book, StripeJson json, PaymentSettings settings) {
    this.mishaps = mishaps;
    this.book = book;
    this.json = json;
    this.settings = settings;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST") || request.getHeader("Idempotency-Key") == null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    switch (mishap(request)) {
      case null -> chain.doFilter(request, response);
      case DECLINED -> chain.doFilter(request, response);
      case DELAYED -> {
        LockSupport.parkNanos(settings.lateBy().toNanos());
        chain.doFilter(request, response);
      }
      case REQUEST_LOST -> breakOff(response);
      case ANSWER_LOST -> {
        chain.doFilter(request, new ContentCachingResponseWrapper(response));
        breakOff(response);
      }
      case ERROR -> {
        var answer = json.error(AT_FAULT, "api_error", null, null, "The provider is at fault.");
        response.setStatus(answer.status());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(answer.body().getBytes(UTF_8));
      }
    }
  }

  private @Nullable Mishap mishap(HttpServletRequest request) {
    var path = request.getRequestURI();
    var parameters = new LinkedMultiValueMap<String, String>();
    request.getParameterMap().forEach((name, values) -> parameters.addAll(name, List.of(values)));
    var asked = new Form(parameters).request(request.getHeader("Idempotency-Key"), path);
    if (path.equals(REFUNDS)) {
      return mishaps.next(Call.REFUND, of(request.getParameter("payment_intent")), asked);
    }
    var intent = INTENT.matcher(path);
    return intent.matches() ? mishaps.next(call(intent), method(intent, request), asked) : null;
  }

  private static Call call(Matcher intent) {
    return switch (intent.group(2)) {
      case "capture" -> Call.CAPTURE;
      case "cancel" -> Call.CANCEL;
      case null, default -> Call.AUTHORISE;
    };
  }

  private @Nullable PaymentMethod method(Matcher intent, HttpServletRequest request) {
    var given = PaymentMethod.of(request.getParameter("payment_method"));
    return given == null ? of(intent.group(1)) : given;
  }

  private @Nullable PaymentMethod of(@Nullable String intentId) {
    var intent = intentId == null ? null : book.intent(intentId);
    return intent == null ? null : PaymentMethod.of(intent.state().paymentMethod());
  }

  /** The client must see the beginning of an answer, or it may repeat the request by itself. */
  private static void breakOff(HttpServletResponse response) throws IOException {
    response.setContentLength(PROMISED_BYTES);
    response.flushBuffer();
    throw new CloseNowException("This answer is to be lost");
  }
}
