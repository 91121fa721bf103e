package org.waymark.reminder.ending;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.milestone.standing.Tier;
import org.waymark.milestone.standing.Tiers;
import org.waymark.reminder.digest.TierMails;

/**
 * Reminds of bonus tiers three days and one day before they end and on their last day, in calendar days and on rest days too:
 * nothing moves a tier.
 */
@Service
public class TierReminders {

    private static final Set<Long> DAYS_LEFT = Set.of(3L, 1L, 0L);

    private final Tiers tiers;
    private final TierMails mails;
    private final MorningPost post;

    TierReminders(Tiers tiers, TierMails mails, MorningPost post) {
        this.tiers = tiers;
        this.mails = mails;
        this.post = post;
    }

    /** Puts this morning's mails into the post if it is late enough and nobody has; says how many. */
    @Transactional
    public int morning() {
        return post.due() ? post.post(sheets(), mails::mail) : 0;
    }

    /** By person: the project's manager and leader, and whoever answers for the milestone. */
    private Map<String, List<Tier>> sheets() {
        Map<String, List<Tier>> sheets = new TreeMap<>();
        tiers.running().stream()
                .filter(tier -> DAYS_LEFT.contains(tier.left()) && tier.open() > 0)
                .forEach(tier -> Stream.of(
                                tier.project().manager(),
                                tier.project().leader(),
                                tier.milestone().owner())
                        .filter(person -> person != null)
                        .distinct()
                        .forEach(person -> sheets.computeIfAbsent(person, id -> new ArrayList<>())
                                .add(tier)));
        return sheets;
    }
}
