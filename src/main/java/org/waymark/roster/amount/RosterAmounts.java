package org.waymark.roster.amount;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.waymark.engine.Refused;
import org.waymark.project.life.Quantities;
import org.waymark.project.life.Quantities.Report;

/**
 * A quantity called as a kind of roster ({@code household}, {@code grave}, {@code parcel}, {@code enterprise}) is not
 * typed in but summed up: of the valid objects whose newest case in the kind's last milestone is closed, their number if
 * its unit counts objects (户, 座, 宗, 家), else their quantity (穴, 亩, ㎡).
 */
@Service
public class RosterAmounts {

    /** Why an amount may become smaller: an object was withdrawn or opened again. */
    // code of a reason; pages say it in the language of the reader (reason.roster.sum)
    private static final String REASON = "roster.sum";

    private final JdbcClient db;
    private final Quantities quantities;
    private final Clock clock;

    RosterAmounts(JdbcClient db, Quantities quantities, Clock clock) {
        this.db = db;
        this.quantities = quantities;
        this.clock = clock;
    }

    /** Codes of the project's quantities that are summed up, so that nobody types them in: their roster has objects. */
    public Set<String> summedUp(String project) {
        return db.sql(
                        """
                        select q.code from project_quantity q where q.project = :project
                          and exists (select 1 from milestone m where m.project = q.project and m.roster = q.code)
                          and exists (select 1 from roster_object o where o.project = q.project and o.kind = q.code)""")
                .param("project", project)
                .query(String.class)
                .set();
    }

    /**
     * An amount that is not any more what was last told.
     *
     * @param countedOn the last day a case that counts was closed, null if none is
     * @param withdrawnOn the last day an object was withdrawn, null if none was
     * @param reopenedAt when a case under way was last opened again, null if none was
     */
    record Changed(
            String project,
            String code,
            BigDecimal told,
            BigDecimal now,
            LocalDate countedOn,
            LocalDate withdrawnOn,
            OffsetDateTime reopenedAt) {}

    /** Amounts that have changed, of projects that were not cancelled; cases go on when their project is closed. */
    List<Changed> changed() {
        return db.sql(
                        """
                        select project, code, told, now, counted_on, withdrawn_on, reopened_at from (
                          select q.project, q.code, q.done as told,
                            coalesce(sum(case when c.id is null or o.state <> 'VALID' or c.state <> 'CLOSED' then 0
                              when q.unit in ('户', '座', '宗', '家') then 1 else o.quantity end), 0) as now,
                            max(case when o.state = 'VALID' and c.state = 'CLOSED' then c.closed_on end) as counted_on,
                            max(case when o.state <> 'VALID' then o.withdrawn_on end) as withdrawn_on,
                            max(case when o.state = 'VALID' and c.run > 1 and c.state <> 'CLOSED'
                              then c.requested_at end) as reopened_at
                          from project_quantity q
                            join project p on p.code = q.project and p.state <> 'CANCELLED'
                            join milestone m on m.project = q.project and m.roster = q.code
                              and not exists (select 1 from milestone n
                                where n.project = m.project and n.follows = m.element)
                            join roster_object o on o.project = q.project and o.kind = q.code
                            left join roster_case c on c.object_id = o.id and c.milestone = m.element
                              and not exists (select 1 from roster_case later
                                where later.object_id = o.id and later.milestone = m.element and later.run > c.run)
                          group by q.project, q.code, q.done, q.unit) as sums
                        where told <> now order by project, code""")
                .query(Changed.class)
                .list();
    }

    /**
     * Tells the project, with the day the change happened on; said again it changes nothing.
     *
     * @throws Refused if somebody told another amount since the look
     */
    void tell(Changed one) {
        LocalDate day = Optional.ofNullable(one.now().compareTo(one.told()) > 0 ? one.countedOn() : dropped(one))
                .orElseGet(() -> LocalDate.now(clock));
        Report report = new Report(one.told(), day, null, REASON);
        quantities.summedUp(one.project(), one.code(), one.now(), report);
    }

    /** The last day something ceased to count, null if nothing did. */
    private LocalDate dropped(Changed one) {
        LocalDate reopened = one.reopenedAt() == null
                ? null
                : LocalDate.ofInstant(one.reopenedAt().toInstant(), clock.getZone());
        return Stream.of(one.withdrawnOn(), reopened)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
