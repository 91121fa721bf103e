package org.waymark.deadline.parameter;

import org.springframework.context.MessageSourceResolvable;

/** What a project wants to settle cannot be: the text of this key says why and what to do. */
public class WrongSetting extends IllegalArgumentException implements MessageSourceResolvable {

    private final String key;
    private final transient Object[] values;

    WrongSetting(String key, Object... values) {
        super(key);
        this.key = key;
        this.values = values;
    }

    @Override
    public String[] getCodes() {
        return new String[] {key};
    }

    @Override
    public Object[] getArguments() {
        return values.clone();
    }
}
