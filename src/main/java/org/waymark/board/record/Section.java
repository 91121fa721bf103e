package org.waymark.board.record;

import java.util.List;
import org.waymark.board.object.StepRow;
import org.waymark.milestone.Milestone;

/** A milestone with the steps that belong to it, in the order they were opened. */
record Section(Milestone milestone, List<StepRow> steps) {}
