package org.waymark.engine.rights;

import java.util.List;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;

/** The engine's group query, answered by {@link PeopleProvider}. */
class PeopleGroupQuery extends GroupQueryImpl {

    private static final long serialVersionUID = 1;

    PeopleGroupQuery() {}

    PeopleGroupQuery(CommandExecutor executor) {
        super(executor);
    }

    @Override
    public long executeCount(CommandContext context) {
        return found(context).size();
    }

    @Override
    public List<Group> executeList(CommandContext context, Page page) {
        List<Group> found = found(context);
        return page == null
                ? found
                : found.stream()
                        .skip(page.getFirstResult())
                        .limit(page.getMaxResults())
                        .toList();
    }

    private List<Group> found(CommandContext context) {
        return ((PeopleProvider) context.getSession(ReadOnlyIdentityProvider.class)).groups(this);
    }
}
