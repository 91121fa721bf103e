package org.waymark.engine.clock;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Lets each test class begin with the engine's clock at its context's: the engine's is static, and contexts are kept
 * from class to class. A class that moves its context's clock must be alone in it, and is told so if it is not. Nobody
 * closes a context in between: the webapps of the others would lose what Camunda keeps static.
 */
public class ContextClock extends AbstractTestExecutionListener {

    private static final String FOUND = ContextClock.class.getName();
    private static final String OWN = "camunda.bpm.process-engine-name";

    /** Clocks that were moved, and by whom. */
    private static final Map<DemoClock, Class<?>> MOVED = Collections.synchronizedMap(new WeakHashMap<>());

    /** After contexts are given up before a class, before all that may use one. */
    @Override
    public int getOrder() {
        return 1600;
    }

    @Override
    public void beforeTestClass(TestContext test) {
        DemoClock clock = clock(test);
        if (MOVED.containsKey(clock)) {
            throw new IllegalStateException(
                    "%s would begin at a time %s has moved to: one of them needs a %s of its own"
                            .formatted(test.getTestClass(), MOVED.get(clock), OWN));
        }
        ClockUtil.offset(clock.offset().toMillis());
        test.setAttribute(FOUND, clock.offset());
    }

    @Override
    public void afterTestClass(TestContext test) {
        DemoClock clock = clock(test);
        if (clock.offset().equals(test.getAttribute(FOUND))) {
            return;
        }
        MOVED.put(clock, test.getTestClass());
        if (!test.getApplicationContext().getEnvironment().containsProperty(OWN)) {
            throw new IllegalStateException(
                    "%s has moved the clock of the context that tests share: it needs a %s of its own"
                            .formatted(test.getTestClass(), OWN));
        }
    }

    private static DemoClock clock(TestContext test) {
        return test.getApplicationContext().getBean(DemoClock.class);
    }
}
