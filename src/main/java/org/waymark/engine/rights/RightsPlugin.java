package org.waymark.engine.rights;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.GenericManagerFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.waymark.engine.webapi.PlainRefusals;
import org.waymark.identity.People;

/** Puts our rights into the engine: who exists, who may do what with a task, who sees which, which beans diagrams reach. */
@Component
class RightsPlugin extends AbstractProcessEnginePlugin {

    private final People people;
    private final MessageSource texts;
    private final ApplicationContext context;

    RightsPlugin(People people, MessageSource texts, ApplicationContext context) {
        this.people = people;
        this.texts = texts;
        this.context = context;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setIdentityProviderSessionFactory(new PeopleFactory(people));
        engine.setResourceAuthorizationProvider(new NoTaskGrants());
        engine.setCommandCheckers(new ArrayList<>(List.of(new TenantCommandChecker(), new TaskGuard(texts))));
        List<SessionFactory> sessions = new ArrayList<>();
        if (engine.getCustomSessionFactories() != null) {
            sessions.addAll(engine.getCustomSessionFactories());
        }
        sessions.add(new QueryGuardFactory());
        engine.setCustomSessionFactories(sessions);
        List<CommandInterceptor> first = new ArrayList<>(List.of(new PlainRefusals(texts)));
        if (engine.getCustomPreCommandInterceptorsTxRequired() != null) {
            first.addAll(engine.getCustomPreCommandInterceptorsTxRequired());
        }
        engine.setCustomPreCommandInterceptorsTxRequired(first);
        engine.setBeans(new VisibleBeans(context));
    }

    /** Sessions of the read-only identity provider: the engine can ask for people, never make them. */
    private record PeopleFactory(People people) implements SessionFactory {
        @Override
        public Class<?> getSessionType() {
            return ReadOnlyIdentityProvider.class;
        }

        @Override
        public Session openSession() {
            return new PeopleProvider(people);
        }
    }

    /** Our manager stands in for the engine's own. */
    private static final class QueryGuardFactory extends GenericManagerFactory {
        QueryGuardFactory() {
            super(QueryGuard.class);
        }

        @Override
        public Class<?> getSessionType() {
            return AuthorizationManager.class;
        }
    }
}
