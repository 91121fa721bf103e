package org.waymark.template.contract;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows whoever starts Waymark what is wrong with a diagram, in sentences instead of a stack trace. */
class BrokenDiagramAnalyzer extends AbstractFailureAnalyzer<BrokenDiagram> {

    @Override
    protected FailureAnalysis analyze(Throwable root, BrokenDiagram broken) {
        return new FailureAnalysis(
                broken.getMessage(),
                "请按以上各条修改 bpmn/ 中的流程图后重新启动。 Mend the diagram in bpmn/ as said above, and start again.",
                broken);
    }
}
