package org.waymark.template.contract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.waymark.engine.Diagrams;
import org.waymark.template.Form;

/** Checks a diagram before it is deployed, so that what cannot work is told to its author and not to a household. */
@Component
public class Contract {

    private final Diagrams diagrams;
    private final KnownPeriods periods;
    private final MessageSource texts;

    Contract(Diagrams diagrams, KnownPeriods periods, MessageSource texts) {
        this.diagrams = diagrams;
        this.periods = periods;
        this.texts = texts;
    }

    /**
     * Everything that must be mended, empty if the diagram can be used.
     *
     * @param file name of the BPMN file
     * @param forms its forms by the path the diagram names them with
     */
    public List<Finding> check(String file, byte[] bpmn, Map<String, Form> forms) {
        var fault = diagrams.fault(bpmn);
        if (fault.isPresent()) {
            return List.of(new Finding(file, "", "xml", List.of(fault.get())));
        }
        Drawing drawing = Drawing.read(file, new String(bpmn, StandardCharsets.UTF_8), forms);
        if (drawing == null) {
            return List.of(new Finding(file, "", "noProcess", List.of()));
        }
        List<Finding> found = new ArrayList<>(NameRules.check(drawing));
        found.addAll(TaskRules.check(drawing, diagrams::reaches, periods::knows));
        found.addAll(FlowRules.check(drawing, periods::knows));
        found.addAll(PlanRules.check(drawing));
        return found;
    }

    /** What is wrong, where, and what to do. */
    public String sentence(String file, Finding finding, Locale language) {
        String where =
                finding.label().isEmpty() ? finding.element() : "%s (%s)".formatted(finding.label(), finding.element());
        String said =
                texts.getMessage("contract." + finding.rule(), finding.details().toArray(), language);
        return texts.getMessage("contract.finding", new Object[] {file, where, said}, language);
    }
}
