package org.waymark.engine.webapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.Filter;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The filters in front of Camunda's webapps, behind our own login. */
@Configuration(proxyBeanMethods = false)
class WebappFilters {

    @Bean
    FilterRegistrationBean<Filter> webapiGuard(MessageSource texts, ObjectMapper json) {
        var guard = new FilterRegistrationBean<Filter>(new WebapiGuard(texts, json));
        guard.setUrlPatterns(List.of("/camunda/api/*"));
        guard.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        return guard;
    }

    @Bean
    FilterRegistrationBean<Filter> knownPages() {
        var pages = new FilterRegistrationBean<Filter>(new KnownPages());
        pages.setUrlPatterns(List.of("/camunda/app/*"));
        pages.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        return pages;
    }

    @Bean
    FilterRegistrationBean<Filter> webappSignIn() {
        var filter = new FilterRegistrationBean<Filter>(new ContainerBasedAuthenticationFilter());
        filter.setInitParameters(
                Map.of(ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM, WebappSignIn.class.getName()));
        filter.setUrlPatterns(List.of("/camunda/app/*", "/camunda/api/*"));
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 2);
        return filter;
    }
}
