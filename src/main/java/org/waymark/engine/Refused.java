package org.waymark.engine;

import org.camunda.bpm.engine.BadUserRequestException;

/** What somebody asked for cannot be done; the message is a sentence in the reader's language. Undoes the engine's command. */
public class Refused extends BadUserRequestException {

    public Refused(String sentence) {
        super(sentence);
    }
}
