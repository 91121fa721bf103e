package org.waymark.engine.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What is said when Camunda's web API fails, whatever the cause. */
@ExtendWith(OutputCaptureExtension.class)
class WebapiGuardTest {

    private static final String CAUSE = "{\"type\":\"NullPointerException\",\"message\":\"Cannot invoke getUserId()\"}";

    @Test
    void aFailureIsToldInOneNeutralSentence() throws Exception {
        assertThat(answer(Locale.SIMPLIFIED_CHINESE, false).getContentAsString())
                .contains("系统出错，刚才的操作没有完成");
        assertThat(answer(Locale.ENGLISH, false).getContentAsString()).contains("The system failed");
        assertThat(answer(Locale.ENGLISH, false).getContentAsString()).doesNotContain("getUserId", "Exception");
        assertThat(answer(Locale.ENGLISH, false).getStatus()).isEqualTo(500);
    }

    @Test
    void itsCauseIsLoggedOnce(CapturedOutput log) throws Exception {
        answer(Locale.ENGLISH, false);
        assertThat(log.getOut()).containsOnlyOnce("Cannot invoke getUserId()");
    }

    @Test
    void whatTheEngineHasLoggedIsNotLoggedAgain(CapturedOutput log) throws Exception {
        assertThat(answer(Locale.ENGLISH, true).getContentAsString()).contains("The system failed");
        assertThat(log.getOut()).doesNotContain("getUserId");
    }

    private static MockHttpServletResponse answer(Locale reader, boolean logged) throws ServletException, IOException {
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("i18n/engine");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        var request = new MockHttpServletRequest("GET", "/camunda/api/engine/engine/default/filter");
        request.addPreferredLocale(reader);
        var response = new MockHttpServletResponse();
        FilterChain failing = (asked, answered) -> {
            if (logged) {
                asked.setAttribute(PlainRefusals.LOGGED, true);
            }
            ((HttpServletResponse) answered).setStatus(500);
            answered.getOutputStream().write(CAUSE.getBytes());
        };
        new WebapiGuard(texts, new ObjectMapper()).doFilter(request, response, failing);
        return response;
    }
}
