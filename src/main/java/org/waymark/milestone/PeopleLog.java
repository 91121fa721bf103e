package org.waymark.milestone;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.stereotype.Component;
import org.waymark.identity.AccountChanged;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.log.ChangeLog.Change;

/**
 * Writes what happens to accounts into the change log; they themselves do not know of it. An interface and no annotated
 * method: the first administrator is made before those are found.
 */
@Component
public class PeopleLog implements ApplicationListener<PayloadApplicationEvent<AccountChanged>> {

    /** The chain of all accounts. */
    public static final String CHAIN = "office:people";

    private static final int MOST = 2000;

    private final ChangeLog log;
    private final Clock clock;

    PeopleLog(ChangeLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<AccountChanged> told) {
        AccountChanged account = told.getPayload();
        log.add(new Change(
                CHAIN,
                "person." + account.what().name().toLowerCase(Locale.ROOT),
                account.person(),
                cut(account.before()),
                cut(account.after()),
                null,
                LocalDate.now(clock)));
    }

    private static String cut(String text) {
        return text == null || text.length() <= MOST ? text : text.substring(0, MOST - 1) + "…";
    }
}
