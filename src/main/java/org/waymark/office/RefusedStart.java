package org.waymark.office;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Waymark does not start like this: what is wrong with which setting, and what to set, in both languages. */
public class RefusedStart extends RuntimeException {

    /**
     * A setting that is missing or will not do.
     *
     * @param key of the sentence in i18n/office.properties, without {@code start.}
     * @param details what the sentence names
     */
    public record Reason(String key, Object... details) {}

    public RefusedStart(List<Reason> reasons) {
        super(reasons.stream()
                .flatMap(reason -> Stream.of(Locale.CHINESE, Locale.ENGLISH)
                        .map(language -> texts().getMessage("start." + reason.key(), reason.details(), language)))
                .collect(Collectors.joining("\n")));
    }

    /** The application's own are not there yet when this is needed. */
    private static MessageSource texts() {
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("i18n/office");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        return texts;
    }
}
