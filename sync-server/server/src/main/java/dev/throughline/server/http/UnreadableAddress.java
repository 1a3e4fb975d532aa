package dev.throughline.server.http;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Answers what Tomcat refuses before any servlet is asked, in the same shape as all others. */
@Component
final class UnreadableAddress
    implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {
  private static final Logger log = LoggerFactory.getLogger(UnreadableAddress.class);

  @Override
  public void customize(ConfigurableTomcatWebServerFactory factory) {
    factory.addContextCustomizers(
        context -> context.getParent().getPipeline().addValve(new Answer()));
  }

  private static final class Answer extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, Throwable failure) {
      boolean isOpen =
          response.getStatus() >= Problem.MALFORMED.status()
              && response.getContentWritten() == 0
              && response.setErrorReported();
      if (!isOpen) {
        return;
      }
      try {
        ProblemAnswer.write(
            response.getResponse(),
            ErrorPage.problem(response.getStatus()),
            "The request ended early.");
        response.finishResponse();
      } catch (IOException | IllegalStateException e) {
        log.debug("Nobody took the answer to a request that could not be read.", e);
      }
    }
  }
}
