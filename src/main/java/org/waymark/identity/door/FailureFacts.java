package org.waymark.identity.door;

import java.time.Clock;
import java.util.Date;
import java.util.Map;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/** What the page of failures shows: its time is the product's, as on every other page. */
@Component
class FailureFacts extends DefaultErrorAttributes {

    private final Clock clock;

    FailureFacts(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        Map<String, Object> facts = super.getErrorAttributes(request, options);
        facts.put("timestamp", Date.from(clock.instant()));
        return facts;
    }
}
