package dev.frontrow.edge.problem;

import dev.frontrow.edge.AnswerHeaders;
import dev.frontrow.edge.GeneralProblem;
import dev.frontrow.edge.Problems;
import dev.frontrow.edge.StrippedPrefix;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Answers what Tomcat refuses by itself, before any filter: a malformed request line, {@code %00} in a path, … */
@Component
class TomcatProblems implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    private static final Logger log = LoggerFactory.getLogger(TomcatProblems.class);

    private final Problems problems;
    private final Diagnosis diagnosis;
    private final ObjectProvider<AnswerHeaders> headers;

    TomcatProblems(Problems problems, Diagnosis diagnosis, ObjectProvider<AnswerHeaders> headers) {
        this.problems = problems;
        this.diagnosis = diagnosis;
        this.headers = headers;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ProblemReportValve(context)));
    }

    /** After Boot's own, so that this valve is the inner one and reports first. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    private final class ProblemReportValve extends ErrorReportValve {

        private final Context service;

        ProblemReportValve(Context service) {
            this.service = service;
        }

        @Override
        protected void report(Request request, Response response, Throwable failure) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            var problem = GeneralProblem.of(response.getStatus());
            var detail = problem == GeneralProblem.INTERNAL_ERROR && failure != null
                    ? diagnosis.detail(problem, failure)
                    : problem.defaultDetail();
            var prefix = StrippedPrefix.of(request);
            var body = problems.json(problems.complete(
                            problem.saying(detail), prefix + service.getPath(), prefix + request.getRequestURI()))
                    .getBytes(StandardCharsets.UTF_8);
            response.setStatus(problem.status().value());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            headers.ifAvailable(each -> each.write(request, response));
            if (Problems.asksToComeBack(problem.status().value())) {
                response.setHeader(HttpHeaders.RETRY_AFTER, Problems.RETRY_AFTER_SECONDS);
            }
            try {
                response.getOutputStream().write(body);
                response.finishResponse();
            } catch (IOException | IllegalStateException notWritten) {
                log.debug("The client did not wait for its error", notWritten);
            }
        }
    }
}
