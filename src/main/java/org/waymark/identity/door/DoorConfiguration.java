package org.waymark.identity.door;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.Filter;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.RelativeRedirectFilter;

/** Hangs the door in: first of all filters but the one that reads the encoding. */
@Configuration(proxyBeanMethods = false)
class DoorConfiguration {

    @Bean
    FilterRegistrationBean<Filter> oddRequests(MessageSource texts, ObjectMapper json) {
        var filter = new FilterRegistrationBean<Filter>(new OddRequests(texts, json));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }

    /** Redirects name no host, for HTTP/1.0 too, which Tomcat's own setting leaves out: a forged one is not repeated. */
    @Bean
    FilterRegistrationBean<Filter> relativeRedirects() {
        var redirects = new RelativeRedirectFilter();
        redirects.setRedirectStatus(HttpStatus.FOUND);
        var filter = new FilterRegistrationBean<Filter>(redirects);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return filter;
    }

    /** Added after Boot's own valve and so nearer to the request: the first that reports is the only one. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> serverErrors() {
        return tomcat -> tomcat.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ServerErrors()));
    }
}
