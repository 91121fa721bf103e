package org.waymark.roster.amount;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.engine.Refused;
import org.waymark.project.life.Quantities;
import org.waymark.project.life.Quantities.Report;

/**
 * A quantity called as a kind of roster ({@code household}, {@code grave}, {@code parcel}, {@code enterprise}) is not
 * typed in but summed up: of the valid objects whose newest case in the kind's last milestone is closed, their number if
 * its unit counts objects (户, 座, 宗, 家), else their quantity (穴, 亩, ㎡).
 */
@Component
class RosterAmounts {

    /** Why an amount may become smaller: an object was withdrawn or opened again. */
    private static final String REASON = "台账汇总 summed up from the roster";

    private final JdbcClient db;
    private final Quantities quantities;
    private final Clock clock;

    RosterAmounts(JdbcClient db, Quantities quantities, Clock clock) {
        this.db = db;
        this.quantities = quantities;
        this.clock = clock;
    }

    /** An amount that is not any more what was last told. */
    record Changed(String project, String code, BigDecimal told, BigDecimal now) {}

    /** Running projects' amounts that have changed. */
    List<Changed> changed() {
        return db.sql(
                        """
                        select project, code, told, now from (
                          select q.project, q.code, q.done as told,
                            coalesce(sum(case when o.id is null then 0 when q.unit in ('户', '座', '宗', '家') then 1
                              else o.quantity end), 0) as now
                          from project_quantity q
                            join project p on p.code = q.project and p.state = 'RUNNING'
                            join milestone m on m.project = q.project and m.roster = q.code
                              and not exists (select 1 from milestone n
                                where n.project = m.project and n.follows = m.element)
                            left join roster_object o on o.project = q.project and o.kind = q.code and o.state = 'VALID'
                              and exists (select 1 from roster_case c
                                where c.object_id = o.id and c.milestone = m.element and c.state = 'CLOSED'
                                  and not exists (select 1 from roster_case later
                                    where later.object_id = o.id and later.milestone = m.element
                                      and later.run > c.run))
                          where exists (select 1 from roster_object a
                            where a.project = q.project and a.kind = q.code)
                          group by q.project, q.code, q.done, q.unit) as sums
                        where told <> now order by project, code""")
                .query(Changed.class)
                .list();
    }

    /**
     * Tells the project; said again it changes nothing.
     *
     * @throws Refused if somebody told another amount since the look
     */
    void tell(Changed one) {
        Report report = new Report(one.told(), LocalDate.now(clock), null, REASON);
        quantities.did(one.project(), one.code(), one.now(), report);
    }
}
