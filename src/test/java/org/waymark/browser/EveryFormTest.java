package org.waymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.waymark.WaymarkTest;
import org.waymark.milestone.step.Step;
import org.waymark.progress.MonthDesk;

/**
 * Forms of every diagram opened in Tasklist for a real task, on a phone: every eighth in Chinese, every eighth in
 * English; with {@code -Dwaymark.test.forms=all} every one in both, which takes eight minutes. With {@code
 * -Dwaymark.test.pictures=<folder>} a picture of each is left there, at 390 and at 1366 pixels. How a form looks does not
 * depend on the database, so it is looked at once.
 */
@WaymarkTest
@Tag("looks")
@Import({EveryTask.class, MonthDesk.class})
@TestPropertySource(properties = {"waymark.demo.today=2021-06-22", "camunda.bpm.process-engine-name=everyform"})
class EveryFormTest {

    private static final boolean ALL = "all".equals(System.getProperty("waymark.test.forms"));
    private static final String PICTURES = System.getProperty("waymark.test.pictures");
    private static final int PHONE = 390;
    private static final int DESK = 1366;

    /** Looks at the open form as a reader does and says what is wrong with it. */
    private static final String LOOK =
            """
            ({chinese, width, today}) => {
              const wrong = [];
              const form = document.querySelector('form.waymark-form');
              const seen = element => element.getClientRects().length > 0;
              const han = /\\p{Script=Han}/u;
              const fields = [...form.elements].filter(field => field.name && !field.closest('.wm-own') && field.name !== 'lateReason');
              if (fields.length < 2) wrong.push('has no fields');
              for (const field of fields) {
                const label = form.querySelector('label[for="' + field.id + '"]');
                if (!seen(field) && field.dataset.with) continue;
                if (!label || !seen(label) || !label.textContent.trim()) wrong.push(field.name + ' has no label to be seen');
                if (!seen(field)) wrong.push(field.name + ' is not to be seen');
                if (field.disabled) wrong.push(field.name + ' is closed');
                if (field.type === 'file' && !(field.nextElementSibling?.matches('button.wm-pick') && seen(field.nextElementSibling)
                    && field.parentElement.querySelector('.wm-hint')?.textContent)) wrong.push(field.name + ' takes no files');
                if (field.type === 'number' && !(field.min && field.max && field.step)) wrong.push(field.name + ' has no bounds');
                if (field.dataset.max === 'today' && field.max !== today) wrong.push(field.name + ' may lie after today');
                if (field.required && label && !label.classList.contains('wm-required')) wrong.push(field.name + ' is not marked');
              }
              if (form.elements.happenedOn.value !== today) wrong.push('the day is not today');
              const texts = document.createTreeWalker(form, NodeFilter.SHOW_TEXT);
              while (texts.nextNode()) {
                const text = texts.currentNode.data.trim();
                const parent = texts.currentNode.parentElement;
                if (!text || parent.closest('script, .wm-card') || (!seen(parent) && !parent.closest('select'))) continue;
                if (!chinese && han.test(text)) wrong.push('in Chinese: ' + text);
                if (chinese && /[A-Za-z]{4,}/.test(text)) wrong.push('in English: ' + text);
                if (/[a-z][A-Z]|[a-z]_[a-z]|\\{\\d\\}|undefined|null|NaN/.test(text)) wrong.push('a key: ' + text);
              }
              if (!chinese) { // laws keep their names
                const about = [...document.querySelectorAll('.task-details *')].filter(element => seen(element) && !element.closest('.wm-rule'))
                    .flatMap(element => [...element.childNodes]).filter(node => node.nodeType === Node.TEXT_NODE && han.test(node.data)).map(node => node.data.trim());
                if (about.length) wrong.push('around the form in Chinese: ' + about.join(' | '));
              }
              for (const element of form.querySelectorAll('*')) {
                const box = element.getBoundingClientRect();
                if (seen(element) && (box.right > width || box.left < 0) && !element.closest('.wm-file-input')) wrong.push('too wide: ' + element.outerHTML.slice(0, 90));
              }
              if (document.documentElement.scrollWidth > width) wrong.push('the page is ' + document.documentElement.scrollWidth + ' wide');
              const button = [...document.querySelectorAll('.form-actions button')].filter(seen).map(one => one.textContent.trim());
              for (const word of chinese ? ['保存', '提交'] : ['Save', 'Submit']) {
                if (!button.includes(word)) wrong.push('no button ' + word + ' but ' + button);
              }
              const alert = form.querySelector('.wm-alert');
              if (alert && seen(alert)) wrong.push('says: ' + alert.textContent);
              return wrong;
            }""";

    /** The names of what must be filled in and is still empty. */
    private static final String ASKED =
            """
            () => [...document.querySelector('form.waymark-form').elements]
              .filter(field => field.required && (!field.value || field.type === 'file')).map(field => field.name)""";

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    EveryTask everyTask;

    private final List<String> errors = new ArrayList<>();

    @BeforeAll
    static void start() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    static List<String> processes() {
        return Arrays.stream(new File("bpmn").list((folder, name) -> name.endsWith(".bpmn")))
                .map(name -> name.replace(".bpmn", ""))
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyFormCanBeReadAndFilledInOnAPhoneInBothLanguages(String process) {
        List<Step> open = everyTask.of(process);
        assertThat(open)
                .extracting(Step::element)
                .containsAll(
                        Bpmn.readModelFromFile(new File("bpmn", process + ".bpmn"))
                                .getModelElementsByType(UserTask.class)
                                .stream()
                                .map(UserTask::getId)
                                .toList());
        var faults = new SoftAssertions();
        for (String language : List.of("zh-CN", "en-US")) {
            Page page = chromium.signedIn(port, EveryTask.PERSON, language, PHONE);
            page.onPageError(errors::add);
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    errors.add(message.text() + " " + message.location());
                }
            });
            for (Step step : some(open, language)) {
                faults.assertThat(faults(page, step, language.startsWith("zh")))
                        .as(process + "/" + step.element() + " " + language)
                        .isEmpty();
            }
            page.context().close();
        }
        faults.assertAll();
    }

    private static List<Step> some(List<Step> steps, String language) {
        int first = language.startsWith("zh") ? 0 : 4;
        return IntStream.range(0, steps.size())
                .filter(i -> ALL || steps.size() == 1 || i % 8 == first)
                .mapToObj(steps::get)
                .toList();
    }

    private List<String> faults(Page page, Step step, boolean chinese) {
        errors.clear();
        page.evaluate("document.querySelector('form.waymark-form')?.classList.add('before')");
        page.navigate("/camunda/app/tasklist/everyform/#/?task=" + step.taskId());
        page.locator("form.waymark-form:not(.before) .wm-actions").waitFor();
        List<String> found = new ArrayList<>(
                texts(page.evaluate(LOOK, Map.of("chinese", chinese, "width", PHONE, "today", "2021-06-22"))));
        if (PICTURES != null) {
            picture(page, step, chinese, PHONE);
            picture(page, step, chinese, DESK);
            page.setViewportSize(PHONE, 900);
        }
        List<String> asked = texts(page.evaluate(ASKED));
        if (!asked.isEmpty()) {
            page.locator(".form-actions button:visible").last().click();
            asked.stream()
                    .filter(name -> page.locator(".wm-bad [name=" + name + "]").count() != 1)
                    .forEach(name -> found.add(name + " may be left empty"));
        }
        found.addAll(errors);
        return found;
    }

    private static List<String> texts(Object found) {
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    private static void picture(Page page, Step step, boolean chinese, int width) {
        page.setViewportSize(width, 3600);
        String name = "%s-%s-%s-%d.png".formatted(step.process(), step.element(), chinese ? "zh" : "en", width);
        page.locator(".task-details").screenshot(new Locator.ScreenshotOptions().setPath(Path.of(PICTURES, name)));
    }
}
