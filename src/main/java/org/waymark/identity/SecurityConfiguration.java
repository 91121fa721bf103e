package org.waymark.identity;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** One login for our pages and Camunda's; the API takes a user name and password with each request. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final RequestMatcher CAMUNDA = withDefaults().matcher("/camunda/**");

    /** Scripts from here alone; styles also inline, for the pictures of diagrams, the bars and the mails of the demo. */
    private static final String OURS_ONLY = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; font-src 'self' data:; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder();
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, SignInAnswers answers, People people) throws Exception {
        return http.securityMatcher(withDefaults().matcher("/api/v1/**"))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(answers::unauthorized))
                .addFilterAfter(new CurrentRoles(people, answers), BasicAuthenticationFilter.class)
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http, SignInAnswers answers, People people, @Value("${waymark.session}") Duration session)
            throws Exception {
        return http.authorizeHttpRequests(
                        requests -> requests.requestMatchers(withDefaults().matcher("/camunda/api/admin/setup/**"))
                                .denyAll()
                                .requestMatchers(withDefaults().matcher("/camunda/api/admin/auth/user/*/login/**"))
                                .denyAll()
                                .requestMatchers(
                                        withDefaults().matcher("/people/**"),
                                        withDefaults().matcher("/camunda/app/admin/**"),
                                        withDefaults().matcher("/camunda/api/admin/plugin/**"),
                                        withDefaults().matcher("/camunda/app/cockpit/**"),
                                        withDefaults().matcher("/camunda/api/cockpit/**"))
                                .hasRole("admin")
                                .requestMatchers(
                                        withDefaults().matcher("/login"),
                                        withDefaults().matcher("/error"),
                                        withDefaults().matcher("/css/**"),
                                        withDefaults().matcher("/js/**"),
                                        withDefaults().matcher("/webjars/**"),
                                        withDefaults().matcher("/favicon.ico"),
                                        withDefaults().matcher("/actuator/health"))
                                .permitAll()
                                .requestMatchers(withDefaults().matcher("/actuator/**"))
                                .hasRole("admin")
                                .anyRequest()
                                .authenticated())
                .addFilterAfter(new CurrentRoles(people, answers), SecurityContextHolderFilter.class)
                .formLogin(login -> login.loginPage("/login")
                        .successHandler(afterLogin(session))
                        .failureHandler(answers::refused)
                        .permitAll())
                .logout(logout -> logout.logoutSuccessUrl("/login?out"))
                // Camunda brings its own protection and its own token; ours stays in the session.
                .csrf(csrf -> csrf.ignoringRequestMatchers(CAMUNDA))
                .headers(headers -> headers.frameOptions(frame -> frame.sameOrigin())
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        // Camunda's pages bring a policy of their own
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                new NegatedRequestMatcher(CAMUNDA), new ContentSecurityPolicyHeaderWriter(OURS_ONLY))))
                .exceptionHandling(wrong -> wrong.defaultAuthenticationEntryPointFor(
                                answers::unauthorized, SecurityConfiguration::fromScript)
                        .defaultAuthenticationEntryPointFor(toLogin(), any -> true)
                        .accessDeniedHandler(answers::denied))
                .build();
    }

    /** Back to the page that was asked for, by its path alone: the host of a saved request is whatever somebody wrote. */
    private static AuthenticationSuccessHandler afterLogin(Duration session) {
        var handler = new SavedRequestAwareAuthenticationSuccessHandler();
        handler.setDefaultTargetUrl("/board");
        handler.setRedirectStrategy((request, response, url) -> response.sendRedirect(
                url.replaceFirst("^https?://[^/]*(?=/|$)", "").replaceFirst("^$|^//+", "/")));
        return (request, response, who) -> {
            request.getSession().setMaxInactiveInterval((int) session.toSeconds());
            handler.onAuthenticationSuccess(request, response, who);
        };
    }

    private static LoginUrlAuthenticationEntryPoint toLogin() {
        var login = new LoginUrlAuthenticationEntryPoint("/login");
        login.setFavorRelativeUris(true);
        return login;
    }

    private static boolean fromScript(HttpServletRequest request) {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        return path.startsWith("/camunda/api/") || path.startsWith("/ui/");
    }
}
