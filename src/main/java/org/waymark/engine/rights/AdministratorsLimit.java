package org.waymark.engine.rights;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.CompositeProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.util.CamundaSpringBootUtil;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The engine as Camunda's starter makes it, with one difference: the limit of results does not bind the administrator. */
@Configuration(proxyBeanMethods = false)
class AdministratorsLimit {

    @Bean
    ProcessEngineConfigurationImpl processEngineConfigurationImpl(List<ProcessEnginePlugin> plugins) {
        var engine = CamundaSpringBootUtil.initCustomFields(new Unlimited());
        engine.getProcessEnginePlugins().add(new CompositeProcessEnginePlugin(plugins));
        return engine;
    }

    /** Cockpit, which is the administrator's alone, asks for whole lists. */
    private static final class Unlimited extends SpringProcessEngineConfiguration {
        @Override
        public int getQueryMaxResultsLimit() {
            var caller = identityService == null ? null : identityService.getCurrentAuthentication();
            boolean administrator = caller != null
                    && caller.getGroupIds() != null
                    && caller.getGroupIds().contains(PeopleProvider.ADMINISTRATORS);
            return administrator ? Integer.MAX_VALUE : super.getQueryMaxResultsLimit();
        }
    }
}
