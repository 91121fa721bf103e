package org.waymark.engine.clock;

import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Lets each test class begin with the engine's clock at its context's: the engine's is static, and contexts are kept
 * from class to class. A context whose clock a class has moved is given up after it.
 */
public class ContextClock extends AbstractTestExecutionListener {

    private static final String FOUND = ContextClock.class.getName();

    /** After contexts are given up before a class, before all that may use one. */
    @Override
    public int getOrder() {
        return 1600;
    }

    @Override
    public void beforeTestClass(TestContext test) {
        var offset = clock(test).offset();
        ClockUtil.offset(offset.toMillis());
        test.setAttribute(FOUND, offset);
    }

    @Override
    public void afterTestClass(TestContext test) {
        if (test.hasApplicationContext() && !clock(test).offset().equals(test.getAttribute(FOUND))) {
            test.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
        }
    }

    private static DemoClock clock(TestContext test) {
        return test.getApplicationContext().getBean(DemoClock.class);
    }
}
