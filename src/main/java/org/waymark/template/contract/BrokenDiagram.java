package org.waymark.template.contract;

import java.util.List;

/** A diagram that does not keep the contract; nothing of it was deployed. */
public class BrokenDiagram extends RuntimeException {

    private final transient List<Finding> findings;

    public BrokenDiagram(String sentences, List<Finding> findings) {
        super(sentences);
        this.findings = List.copyOf(findings);
    }

    public List<Finding> findings() {
        return findings;
    }
}
