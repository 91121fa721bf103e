package org.waymark.broken;

import java.time.LocalDate;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** Breaks the rules of the house on purpose: each rule of ModularityTest must find what it is there for. */
class BrokenHouse {

    TaskService camundaOutsideTheEngineRoom;

    void asksTheMachineForTheDay() {
        LocalDate.now();
    }

    void touchesEngineInternals() {
        ClockUtil.reset();
    }
}
