package dev.boxoffice.gateway.sharing;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.stereotype.Component;

/**
 * Gives out answers that are there before anything else looks at the request: counting such a
 * request against a limit would cost more than to answer it, and a crowd behind one address is a
 * crowd all the same. That the call exists was found out when the answer was asked for.
 */
@Component
final class ReadyAnswers implements HttpHandlerDecoratorFactory {
  private final SharedAnswers answers;

  ReadyAnswers(SharedAnswers answers) {
    this.answers = answers;
  }

  @Override
  public HttpHandler apply(HttpHandler rest) {
    return (request, response) -> {
      // What a script of another origin may read is said further on.
      if (!Reading.mayBeShared(request)
          || request.getHeaders().containsHeader(HttpHeaders.ORIGIN)) {
        return rest.handle(request, response);
      }
      SharedAnswers.Found.Answer ready = answers.ready(Reading.asWritten(request));
      return ready == null
          ? rest.handle(request, response)
          : ready.answer().write(request, response, ready.ageSeconds());
    };
  }
}
