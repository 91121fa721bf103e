package org.waymark.board.period;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.waymark.deadline.Holder;
import org.waymark.deadline.Kind;
import org.waymark.deadline.Rule;
import org.waymark.deadline.ledger.LegalPeriod;
import org.waymark.deadline.service.Posting;
import org.waymark.deadline.service.ServiceRecord;

/**
 * A period of law as a page shows it.
 *
 * @param rule the version it was computed by; null if the catalogue has it no more
 * @param object number of the object whose case it belongs to, null for the project's own
 * @param documentNo of the paper its first day is proved by, null if there is none
 * @param service how the paper was served it runs from, null if it runs from something else
 * @param postings where the notice hung it runs from
 * @param explanation how the last day was come by; null without a rule
 * @param kept why it ends later than it would by what is known now, null if it does not
 * @param moves the days it was moved, the oldest first
 * @param today the reader's day
 */
public record PeriodRow(
        LegalPeriod period,
        Rule rule,
        String ruleName,
        String eventName,
        String object,
        String documentNo,
        ServiceRecord service,
        List<Posting> postings,
        String explanation,
        String kept,
        List<Move> moves,
        LocalDate today) {

    /** Moved from one last day to another, and why: a text key, with the notice's day or the paper's number. */
    public record Move(String why, String from, String to, String detail) {}

    /** The first day the next step may begin; null where nothing waits for it to be over. */
    public LocalDate earliest() {
        return period.kind() == Kind.MIN || period.kind() == Kind.VALID
                ? period.dueOn().plusDays(1)
                : null;
    }

    /** Days a running period has run past its last day. */
    private long past() {
        return period.state() == LegalPeriod.State.RUNNING
                ? Math.max(0, ChronoUnit.DAYS.between(period.dueOn(), today))
                : 0;
    }

    /** Days we are late with what has to be done within it; 0 if we are not. */
    public long daysLate() {
        return period.kind() == Kind.MAX && period.holder() == Holder.OURS ? past() : 0;
    }

    /** Name of the text that says how it stands: of what a citizen did in time other words are used. */
    public String state() {
        if (daysLate() > 0) {
            return "period.overdue";
        }
        if (period.holder() == Holder.THEIRS && past() > 0) {
            return "period.over";
        }
        boolean asked = period.state() == LegalPeriod.State.DONE && period.holder() == Holder.THEIRS;
        return "period.state." + (asked ? "ASKED" : period.state());
    }

    public boolean moved() {
        return !period.originalDueOn().equals(period.dueOn());
    }
}
