package org.waymark.project.portfolio;

import java.nio.charset.StandardCharsets;

/** A portfolio of two projects as an office would write it. */
final class TestFile {

    static final String TEXT =
            """
            projects:
              - code: CODE-1
                template: resettlement-project
                kind: resettlement
                name: { zh: 一号项目, en: Project one }
                leader: leader
                unit: hsr
                manager: manager
                start: 2021-01-04
                target: 2021-12-31
                investment: 1200.5
                years:
                  2021: { investment: 800, target: 征收土地 100 亩 }
                quantities:
                  land: { zh: 土地, en: Land, unit: 亩, planned: 100, done: 20 }
                stage: agency
                done:
                  milestone_scope: 2021-02-10
                planned:
                  milestone_agency: 2021-07-30
                madeUp: [code, start]
              - code: CODE-2
                template: resettlement-project
                kind: resettlement
                name: { zh: 二号项目, en: Project two }
                leader: leader
                unit: hsr
                manager: manager
                start: 2021-03-01
                target: 2022-06-30
                parent: CODE-1
                needs:
                  - { milestone: milestone_scope, project: CODE-1, quantity: land, atLeast: 50, note: 先征地 }
            """;

    private TestFile() {}

    /** The same with other codes, so that each test has projects of its own. */
    static String of(String code) {
        return TEXT.replace("CODE", code);
    }

    static Reading reading(String text) {
        return Reading.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
