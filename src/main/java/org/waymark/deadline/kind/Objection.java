package org.waymark.deadline.kind;

import java.util.List;
import org.springframework.context.MessageSourceResolvable;

/**
 * Why something cannot be done on a day, and what to do.
 *
 * @param key of the sentence
 * @param values what goes into it
 * @param excusable whether it is taken with a reason, because it has happened
 */
public record Objection(String key, List<Object> values, boolean excusable) implements MessageSourceResolvable {

    @Override
    public String[] getCodes() {
        return new String[] {key};
    }

    @Override
    public Object[] getArguments() {
        return values.toArray();
    }
}
