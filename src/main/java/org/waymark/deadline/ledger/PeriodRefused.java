package org.waymark.deadline.ledger;

import java.util.Arrays;
import org.springframework.context.MessageSourceResolvable;

/** A period that may not start, or a day that may not be changed any more; whoever typed it reads the sentence. */
public class PeriodRefused extends IllegalStateException implements MessageSourceResolvable {

    private final String code;
    private final transient Object[] arguments;

    /** @param rule code of the rule; with the days behind it what the sentence names */
    PeriodRefused(String code, String instanceKey, String rule, Object... days) {
        super("%s of %s: %s %s".formatted(rule, instanceKey, code, Arrays.toString(days)));
        this.code = code;
        this.arguments = new Object[days.length + 1];
        this.arguments[0] = rule;
        for (int i = 0; i < days.length; i++) {
            this.arguments[i + 1] = days[i].toString();
        }
    }

    @Override
    public String[] getCodes() {
        return new String[] {code};
    }

    @Override
    public Object[] getArguments() {
        return arguments.clone();
    }
}
