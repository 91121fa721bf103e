package org.waymark.deadline.api;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.waymark.calendar.WorkCalendar;
import org.waymark.deadline.Deadlines;
import org.waymark.deadline.Rule;
import org.waymark.deadline.RuleCatalogue;

class DeadlineControllerTest {

    private static final String API = "/api/v1/deadlines/compute?";

    private static final MockMvc WEB = web();

    @Test
    void aPeriodIsComputedByTheCalendarAskedFor() throws Exception {
        ask("kind=MAX&unit=WD&n=15&anchor=2020-01-15&calendar=2019-11-21", Locale.CHINA)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.due").value("2020-02-10"))
                .andExpect(jsonPath("$.lastDay").value("2020-02-10"))
                .andExpect(jsonPath("$.earliest").doesNotExist())
                .andExpect(jsonPath("$.kind").value("MAX"))
                .andExpect(jsonPath("$.unit").value("WD"))
                .andExpect(jsonPath("$.n").value(15))
                .andExpect(jsonPath("$.anchor").value("2020-01-15"))
                .andExpect(jsonPath("$.calendar").value("2019-11-21"))
                .andExpect(jsonPath("$.provisional").value(false))
                .andExpect(jsonPath("$.explanation", containsString("工作日")));
    }

    @Test
    void withoutACalendarTheCurrentOneCounts() throws Exception {
        ask("kind=max&unit=wd&n=15&anchor=2020-01-15", Locale.ENGLISH)
                .andExpect(jsonPath("$.due").value("2020-02-12"))
                .andExpect(jsonPath("$.calendar").value("current"))
                .andExpect(jsonPath("$.explanation", containsString("working days")));
    }

    @Test
    void aMinimumHasAnEarliestAndALeadTimeALatestDay() throws Exception {
        ask("kind=MIN&unit=D&n=7&anchor=2021-06-15", Locale.CHINA)
                .andExpect(jsonPath("$.lastDay").value("2021-06-22"))
                .andExpect(jsonPath("$.earliest").value("2021-06-23"));
        ask("kind=BACK&unit=D&n=15&anchor=2021-05-06", Locale.CHINA)
                .andExpect(jsonPath("$.due").value("2021-04-21"))
                .andExpect(jsonPath("$.latest").value("2021-04-21"))
                .andExpect(jsonPath("$.lastDay").doesNotExist());
    }

    @Test
    void whatIsValidForAWhileSaysUntilWhen() throws Exception {
        ask("rule=PM-START&anchor=2021-05-01", Locale.CHINA)
                .andExpect(jsonPath("$.due").value("2021-08-01"))
                .andExpect(jsonPath("$.explanation", containsString("有效期至2021-08-01")));
        ask("rule=PM-START&anchor=2021-05-01", Locale.ENGLISH)
                .andExpect(jsonPath("$.explanation", containsString("not moved by rest days")));
    }

    @Test
    void aRuleIsComputedByTheLawOfTheAnchorDate() throws Exception {
        ask("rule=LR-ANNOUNCE&anchor=2021-10-11", Locale.CHINA)
                .andExpect(jsonPath("$.due").value("2021-11-01"))
                .andExpect(jsonPath("$.event").value("收到征地批准文件"))
                .andExpect(jsonPath("$.authority", containsString("第三十一条")));
        ask("rule=LR-ANNOUNCE&anchor=2021-06-15", Locale.CHINA)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.limit").value(false))
                .andExpect(jsonPath("$.due").doesNotExist())
                .andExpect(jsonPath("$.explanation", containsString("当时规则未录入")));
    }

    @Test
    void aWindowSaysWhenItOpensAndWhenItCloses() throws Exception {
        ask("rule=LEG-RECON&anchor=2020-08-04", Locale.CHINA)
                .andExpect(jsonPath("$.kind").value("WINDOW"))
                .andExpect(jsonPath("$.opens").value("2020-08-05"))
                .andExpect(jsonPath("$.lastDay").value("2020-10-09"))
                .andExpect(jsonPath("$.authority", containsString("1999")));
    }

    @Test
    void whatIsForbiddenSaysWhatAndByWhichArticle() throws Exception {
        ask("rule=ENF-NO-HOLIDAY&anchor=2021-10-01", Locale.CHINA)
                .andExpect(jsonPath("$.kind").value("CONSTRAINT"))
                .andExpect(jsonPath("$.due").doesNotExist())
                .andExpect(jsonPath("$.authority", containsString("第四十三条")))
                .andExpect(jsonPath("$.explanation", containsString("2021-10-08")));
    }

    @Test
    void everyRuleOfTheCatalogueExplainsItselfInBothLanguages() throws Exception {
        for (Rule rule : new RuleCatalogue().all()) {
            String query = "rule=%s&anchor=%s".formatted(rule.code(), rule.effectiveFrom());
            for (Locale reader : new Locale[] {Locale.CHINA, Locale.ENGLISH}) {
                ask(query, reader)
                        .andExpect(status().isOk())
                        .andExpect(jsonPath("$.kind").value(rule.kind().name()))
                        .andExpect(jsonPath("$.explanation", not(containsString("deadline."))));
            }
        }
    }

    @ParameterizedTest(name = "{0} is refused for its {1}")
    @CsvSource({
        "unit=D&n=1&anchor=2021-06-15, kind",
        "kind=SOON&unit=D&n=1&anchor=2021-06-15, kind",
        "kind=CONSTRAINT&unit=D&n=1&anchor=2021-06-15, kind",
        "kind=MAX&n=1&anchor=2021-06-15, unit",
        "kind=MAX&unit=W&n=1&anchor=2021-06-15, unit",
        "kind=MAX&unit=D&anchor=2021-06-15, n",
        "kind=MAX&unit=D&n=-1&anchor=2021-06-15, n",
        "kind=MAX&unit=D&n=10001&anchor=2021-06-15, n",
        "kind=MAX&unit=D&n=99999999999&anchor=2021-06-15, n",
        "kind=MAX&unit=D&n=1, anchor",
        "kind=MAX&unit=D&n=1&anchor=2021-02-30, anchor",
        "kind=MAX&unit=D&n=1&anchor=15.06.2021, anchor",
        "kind=MAX&unit=D&n=1&anchor=-999999999-01-01, anchor",
        "kind=MAX&unit=D&n=1&anchor=2021-06-15&calendar=2019-11-22, calendar",
        "kind=MAX&unit=D&n=1&anchor=2021-06-15&calendar=next, calendar",
        "rule=XX-NONE&anchor=2021-06-15, rule",
        "rule=&anchor=2021-06-15, rule",
        "rule=LR-ANNOUNCE, anchor",
        "rule=LR-ANNOUNCE&kind=MAX&anchor=2021-06-15, kind",
    })
    void whatCannotBeUsedIsNamedInTheReadersLanguage(String query, String field) throws Exception {
        ask(query, Locale.CHINA)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value(field))
                .andExpect(jsonPath("$.message", containsString("请")));
        ask(query, Locale.ENGLISH)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.message").value(org.hamcrest.Matchers.matchesPattern("[ -~“”]+: [ -~]+\\.")));
    }

    @Test
    void theLongestPeriodsAreStillComputed() throws Exception {
        for (String unit : new String[] {"WD", "D", "M", "Y"}) {
            for (String kind : new String[] {"MAX", "MIN", "BACK", "VALID"}) {
                ask("kind=%s&unit=%s&n=10000&anchor=2021-06-15".formatted(kind, unit), Locale.CHINA)
                        .andExpect(status().isOk());
            }
        }
    }

    private ResultActions ask(String query, Locale reader) throws Exception {
        return WEB.perform(get(API + query).header("Accept-Language", reader.toLanguageTag()));
    }

    private static MockMvc web() {
        var rules = new RuleCatalogue();
        var calendar = new WorkCalendar();
        var controller =
                new DeadlineController(new Deadlines(calendar, rules), rules, calendar, new Explanations(Texts.ours()));
        var json = new Jackson2ObjectMapperBuilder()
                .featuresToDisable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
        return MockMvcBuilders.standaloneSetup(controller)
                .setMessageConverters(new MappingJackson2HttpMessageConverter(json))
                .build();
    }
}
