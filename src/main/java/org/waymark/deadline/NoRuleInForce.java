package org.waymark.deadline;

import org.springframework.context.MessageSourceResolvable;

/**
 * A timer asked for a period by a rule of which no version was in force on its anchor's day. Whoever typed that day reads
 * the sentence; a diagram for which such days are right asks {@code deadline.applies} first.
 */
class NoRuleInForce extends IllegalStateException implements MessageSourceResolvable {

    private final transient Object[] arguments;

    NoRuleInForce(String instanceKey, String rule) {
        super("%s: no version of rule %s was in force on its anchor date; ask deadline.applies before the timer"
                .formatted(instanceKey, rule));
        this.arguments = new Object[] {rule};
    }

    @Override
    public String[] getCodes() {
        return new String[] {"deadline.noneInForce"};
    }

    @Override
    public Object[] getArguments() {
        return arguments.clone();
    }
}
