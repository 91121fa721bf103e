package org.waymark.deadline.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.calendar.Notice;
import org.waymark.calendar.Notices;
import org.waymark.deadline.ledger.Impact.Preview;

/** Lets a notice count if it would still do what somebody was shown. */
@Service
public class Publishing {

    private final Notices notices;
    private final Impact impact;
    private final Clock clock;

    Publishing(Notices notices, Impact impact, Clock clock) {
        this.notices = notices;
        this.impact = impact;
        this.clock = clock;
    }

    /**
     * Publishes the notice, alone of all who do so at this moment.
     *
     * @param shown mark of the preview that was shown; or its basis, if periods that begin and end meanwhile do not count,
     *     since on a busy day no two previews are alike
     * @return empty if it counts from now on; else nothing was done, and this is what it would do now
     * @throws Notices.Overtaken if the notice of that day was recorded meanwhile
     */
    @Transactional
    public Optional<Preview> publish(Notice notice, String shown) {
        notices.alone();
        if (notices.of(notice.published()).isPresent()) {
            throw new Notices.Overtaken();
        }
        Preview now = impact.of(notice, LocalDate.now(clock));
        if (!shown.equals(now.mark()) && !shown.equals(now.basis())) {
            return Optional.of(now);
        }
        notices.publish(notice);
        return Optional.empty();
    }
}
