package org.waymark.office;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows whoever starts Waymark what to set, in sentences instead of a stack trace. */
class RefusedStartAnalyzer extends AbstractFailureAnalyzer<RefusedStart> {

    @Override
    protected FailureAnalysis analyze(Throwable root, RefusedStart refused) {
        return new FailureAnalysis(
                refused.getMessage(),
                "请按以上各条设置环境变量后重新启动，说明见 docs/office.md。 Set the variables as said above and start again; docs/office.md explains them.",
                refused);
    }
}
