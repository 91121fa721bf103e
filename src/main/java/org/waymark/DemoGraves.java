package org.waymark;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.waymark.roster.NewObject;

/** The demo's graves (座) with their 3,040 places (穴): claimed, unclaimed, disputed, protected, moved. */
final class DemoGraves {

    /** Places of ten graves that follow each other: most have one or two. */
    private static final int[] PLACES = {1, 2, 1, 1, 2, 3, 1, 2, 1, 4};

    private final DemoDays days;

    DemoGraves(DemoDays days) {
        this.days = days;
    }

    List<NewObject> all() {
        Random random = new Random(3040);
        List<NewObject> made = new ArrayList<>();
        for (DemoVillage village : DemoVillage.values()) {
            int left = village.places;
            while (left > 0) {
                int number = made.size() + 1;
                int places = Math.min(left, PLACES[number % 10]);
                int team = 1 + (village.places - left) * 4 / village.places;
                made.add(grave(number, village, team, places, random));
                left -= places;
            }
        }
        return made;
    }

    private NewObject grave(int number, DemoVillage village, int team, int places, Random random) {
        String stage = stage(number);
        LocalDate before = days.before(random);
        LocalDate since = days.since(random, number % 11 == 0);
        return new NewObject(
                "G-%04d".formatted(number),
                "坟主 %04d".formatted(number),
                village.code(),
                team + "组",
                DemoVillage.section(number),
                BigDecimal.valueOf(places),
                0,
                village.cadre,
                "milestone_graves",
                stage,
                anchors(stage, before, since),
                NewObject.DONE.equals(stage) ? days.planned(2021, 4, 6).plusDays(random.nextInt(60)) : null);
    }

    /** Nearly half are moved; of the rest some nobody has claimed. */
    private static String stage(int number) {
        return switch (number % 25) {
            case 0 -> "mark";
            case 1 -> number % 100 == 1 ? "protected" : "notice";
            case 2, 3, 4 -> "claim";
            case 5 -> "secondClaim";
            case 6 -> number % 50 == 6 ? "evidence" : "agency";
            case 7 -> "verify";
            case 8 -> number % 75 == 8 ? "disputed" : "verified";
            case 9 -> "posting";
            case 10, 11 -> "agree";
            case 12 -> "choose";
            case 13 -> "move";
            case 14 -> number % 50 == 14 ? "accept" : "pay";
            default -> NewObject.DONE;
        };
    }

    private Map<String, LocalDate> anchors(String stage, LocalDate before, LocalDate since) {
        return switch (stage) {
            case "claim" -> Map.of("noticePosted", days.notLapsed("GR-CLAIM", before));
            case "secondClaim" -> Map.of("secondNoticePosted", days.notLapsed("GR-SECOND-CLAIM", before));
            case "posting" -> Map.of("claimPosted", before);
            default -> Map.of(NewObject.SINCE, since);
        };
    }
}
