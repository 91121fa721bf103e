package org.waymark.identity.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.core.io.ClassPathResource;

/**
 * What Tomcat says of a request that never reaches our pages, for one because its address cannot be read: one page in
 * both languages instead of its own, which is English and names the server.
 */
class ServerErrors extends ErrorReportValve {

    private static final String BAD = page("door/bad-request.html");
    private static final String FAILED = page("door/failed.html");

    @Override
    protected void report(Request request, Response response, Throwable throwable) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType("text/html");
            response.setCharacterEncoding("utf-8");
            var writer = response.getReporter();
            if (writer != null) {
                writer.write(status < 500 ? BAD : FAILED);
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException e) {
            // whoever asked is gone, or was answered already
            container.getLogger().debug("No page for status " + status, e);
        }
    }

    private static String page(String name) {
        try {
            return new ClassPathResource(name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The page " + name + " is part of the product", e);
        }
    }
}
