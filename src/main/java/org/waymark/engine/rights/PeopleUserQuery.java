package org.waymark.engine.rights;

import java.util.List;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;

/** The engine's user query, answered by {@link PeopleProvider}. */
class PeopleUserQuery extends UserQueryImpl {

    private static final long serialVersionUID = 1;

    PeopleUserQuery() {}

    PeopleUserQuery(CommandExecutor executor) {
        super(executor);
    }

    @Override
    public long executeCount(CommandContext context) {
        return found(context).size();
    }

    @Override
    public List<User> executeList(CommandContext context, Page page) {
        List<User> found = found(context);
        return page == null
                ? found
                : found.stream()
                        .skip(page.getFirstResult())
                        .limit(page.getMaxResults())
                        .toList();
    }

    private List<User> found(CommandContext context) {
        return ((PeopleProvider) context.getSession(ReadOnlyIdentityProvider.class)).users(this);
    }
}
