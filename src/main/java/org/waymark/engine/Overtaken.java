package org.waymark.engine;

import org.camunda.bpm.engine.BadUserRequestException;

/** Somebody else changed the same thing at the same moment; nothing was done. The message is a sentence for the reader. */
public class Overtaken extends BadUserRequestException {

    public Overtaken(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
