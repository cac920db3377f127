package dev.boxoffice.gateway.sharing;

import dev.boxoffice.gateway.edge.OriginVariance;
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
  private final OriginVariance variance;

  ReadyAnswers(SharedAnswers answers, OriginVariance variance) {
    this.answers = answers;
    this.variance = variance;
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
      if (ready == null) {
        return rest.handle(request, response);
      }
      variance.addTo(response.getHeaders());
      return ready.answer().write(request, response, ready.ageSeconds());
    };
  }
}
