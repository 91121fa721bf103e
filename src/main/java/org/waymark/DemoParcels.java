package org.waymark;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.waymark.roster.NewObject;

/** The demo's parcels, 1,046.6 mu together. */
final class DemoParcels {

    private static final BigDecimal SMALLEST = new BigDecimal("2.00");

    private final DemoDays days;

    DemoParcels(DemoDays days) {
        this.days = days;
    }

    List<NewObject> all() {
        Random random = new Random(1046);
        List<NewObject> made = new ArrayList<>();
        for (DemoVillage village : DemoVillage.values()) {
            BigDecimal left = village.mu;
            while (left.signum() > 0) {
                BigDecimal area = BigDecimal.valueOf(200 + random.nextInt(700), 2);
                // what would be left over is too small for a parcel of its own
                area = left.subtract(area).compareTo(SMALLEST) < 0 ? left : area;
                made.add(parcel(made.size() + 1, village, area, random));
                left = left.subtract(area);
            }
        }
        return made;
    }

    private NewObject parcel(int number, DemoVillage village, BigDecimal area, Random random) {
        String stage = stage(number);
        LocalDate before = days.before(random);
        LocalDate since = days.since(random, number % 9 == 0);
        return new NewObject(
                "D-%03d".formatted(number),
                village.name + "集体",
                village.code(),
                (1 + number % 4) + "组",
                DemoVillage.section(number),
                area,
                0,
                village.cadre,
                "milestone_parcels",
                stage,
                "posting".equals(stage) ? Map.of("surveyPosted", before) : Map.of(NewObject.SINCE, since),
                NewObject.DONE.equals(stage) ? days.planned(2021, 4, 12).plusDays(random.nextInt(50)) : null);
    }

    private static String stage(int number) {
        return switch (number % 10) {
            case 0 -> number % 20 == 0 ? "survey" : "posting";
            case 1 -> "confirmed";
            case 2 -> "registered";
            case 3 -> number % 30 == 3 ? "unsigned" : "registered";
            case 4, 5 -> "signed";
            case 6 -> "paid";
            default -> NewObject.DONE;
        };
    }
}
