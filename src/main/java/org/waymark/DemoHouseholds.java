package org.waymark;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.waymark.roster.NewObject;

/** The demo's 332 households: a third is still being valued, the rest is signed with, paid, moved out or demolished. */
final class DemoHouseholds {

    private static final String APPRAISAL = "milestone_appraisal";
    private static final String DEMOLITION = "milestone_demolition";

    private final DemoDays days;

    DemoHouseholds(DemoDays days) {
        this.days = days;
    }

    /** Where a household is: milestone and stage. */
    private record Place(String milestone, String stage) {}

    List<NewObject> all() {
        // the same seed, the same households: a demo that differs from its description would be no use
        Random random = new Random(2021);
        List<NewObject> made = new ArrayList<>();
        for (DemoVillage village : DemoVillage.values()) {
            for (int i = 0; i < village.households; i++) {
                made.add(household(made.size() + 1, village, i, random));
            }
        }
        return made;
    }

    private NewObject household(int number, DemoVillage village, int nth, Random random) {
        Place place = place(number);
        LocalDate before = days.before(random);
        LocalDate since = days.since(random, nth % 9 == 0);
        return new NewObject(
                "H-%04d".formatted(number),
                "户主 %03d".formatted(number),
                village.code(),
                (1 + nth * 4 / village.households) + "组",
                DemoVillage.section(number),
                BigDecimal.valueOf(6000 + random.nextInt(22_000), 2),
                1 + random.nextInt(6),
                village.cadre,
                place.milestone(),
                place.stage(),
                anchors(place.stage(), before, since),
                days.planned(2021, 3, 1).plusDays(random.nextInt(80)));
    }

    private static Place place(int number) {
        return switch (number % 20) {
            case 0, 1 -> new Place(APPRAISAL, "entry");
            case 2 -> new Place(APPRAISAL, "surveyed");
            case 3 -> new Place(APPRAISAL, "inspect");
            case 4 -> new Place(APPRAISAL, "preliminary");
            case 5 -> new Place(APPRAISAL, "posting");
            case 6 -> new Place(APPRAISAL, number % 40 == 6 ? "report" : "service");
            case 7 -> new Place(APPRAISAL, "served");
            case 8 -> new Place(APPRAISAL, number % 40 == 8 ? "review" : number % 80 == 28 ? "expert" : "value");
            case 9 -> new Place(DEMOLITION, "recognize");
            case 10 -> new Place(DEMOLITION, "posting");
            case 11, 12 -> new Place(DEMOLITION, "sign");
            case 13 -> new Place(DEMOLITION, number % 40 == 13 ? "choose" : "pay");
            case 14 -> new Place(DEMOLITION, "pay");
            case 15 -> new Place(DEMOLITION, "handover");
            case 16 -> new Place(DEMOLITION, number % 40 == 16 ? "filing" : "filed");
            case 17 -> new Place(DEMOLITION, "demolish");
            default -> new Place(DEMOLITION, NewObject.DONE);
        };
    }

    private Map<String, LocalDate> anchors(String stage, LocalDate before, LocalDate since) {
        return switch (stage) {
            case "posting" -> Map.of("postingStarted", before, "recognitionPosted", before);
            case "served" -> Map.of("reportServed", days.notLapsed("HA-REVIEW-REQ", before));
            case "review" -> Map.of("reviewRequested", before.minusDays(6));
            case "expert" -> Map.of("expertRequested", before.minusDays(4));
            case "choose" -> Map.of("decisionPlanServed", days.notLapsed("HE-CHOOSE-WAY", before));
            case "filed" -> Map.of("demolitionFiled", before);
            default -> Map.of(NewObject.SINCE, since);
        };
    }
}
