package org.waymark.engine.rights;

import java.util.AbstractMap;
import java.util.Set;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.ApplicationContext;

/** The beans an expression can reach: those made for diagrams, and no others. */
public class VisibleBeans extends AbstractMap<Object, Object> {

    private static final Set<String> NAMED = Set.of("deadline", "assignment", "progress");

    private final ApplicationContext context;

    public VisibleBeans(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public boolean containsKey(Object key) {
        String name = String.valueOf(key);
        return context.containsBean(name) && (NAMED.contains(name) || context.isTypeMatch(name, JavaDelegate.class));
    }

    @Override
    public Object get(Object key) {
        return containsKey(key) ? context.getBean(String.valueOf(key)) : null;
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return Set.of();
    }
}
