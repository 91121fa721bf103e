package org.waymark.milestone;

import org.springframework.stereotype.Component;
import org.waymark.deadline.RuleCatalogue;
import org.waymark.template.contract.KnownPeriods;

/** Tells the contract of diagrams which legal periods there are. */
@Component
class PeriodCatalogue implements KnownPeriods {

    private final RuleCatalogue rules;

    PeriodCatalogue(RuleCatalogue rules) {
        this.rules = rules;
    }

    @Override
    public boolean knows(String code) {
        return rules.knows(code);
    }
}
