package org.waymark.project;

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

    record StateChanged(String project, Project.State from, Project.State to, String reason) implements ProjectNews {}
}
