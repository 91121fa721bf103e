package org.waymark.deadline.api;

import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The room's texts as the application reads them: Chinese unless the reader asks for English. */
class Texts {

    static MessageSource ours() {
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("i18n/deadline");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        return texts;
    }
}
