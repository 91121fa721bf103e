package org.waymark.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.waymark.template.Template;

/** What happens to projects, told inside the transaction that does it. */
public sealed interface ProjectNews {

    String project();

    /** The record exists; its process starts next. */
    record Opened(Opening opening, Template template) implements ProjectNews {
        @Override
        public String project() {
            return opening.code();
        }
    }

    /** Its process runs. */
    record Started(String project) implements ProjectNews {}

    /** Its process came to its end, and it stays running, because phases of it are open. */
    record Ended(String project) implements ProjectNews {}

    /** Its state is about to change; told before its row is locked. */
    record StateChanging(String project, Project.State from, Project.State to, String reason) implements ProjectNews {}

    record StateChanged(String project, Project.State from, Project.State to, String reason) implements ProjectNews {}

    /** More or less of a quantity is done than was known. */
    record QuantityChanged(
            String project,
            String quantity,
            BigDecimal before,
            BigDecimal now,
            String document,
            String reason,
            LocalDate happenedOn)
            implements ProjectNews {}

    /** It goes on in the year after {@code fromYear}: its plan of now is that year's baseline. */
    record CarriedOver(String project, int fromYear, Plan.Year next) implements ProjectNews {}
}
