package org.waymark.engine;

import org.camunda.bpm.engine.BadUserRequestException;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** What somebody asked for cannot be done; the message is a sentence in the reader's language. Undoes the engine's command. */
public class Refused extends BadUserRequestException {

    public Refused(String sentence) {
        super(sentence);
    }

    /** The sentence of this key, in the language of whoever is asking. */
    public static Refused of(MessageSource texts, String key, Object... values) {
        return new Refused(texts.getMessage(key, values, LocaleContextHolder.getLocale()));
    }
}
