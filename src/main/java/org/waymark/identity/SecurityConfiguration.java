package org.waymark.identity;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** One login for our pages and Camunda's; the API takes a user name and password with each request. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final RequestMatcher CAMUNDA = withDefaults().matcher("/camunda/**");

    @Bean
    PasswordEncoder passwords() {
        return new BCryptPasswordEncoder();
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, SignInAnswers answers) throws Exception {
        return http.securityMatcher(withDefaults().matcher("/api/v1/**"))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(answers::unauthorized))
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, SignInAnswers answers, People people, Clock clock) throws Exception {
        return http.authorizeHttpRequests(
                        requests -> requests.requestMatchers(withDefaults().matcher("/camunda/api/admin/setup/**"))
                                .denyAll()
                                .requestMatchers(withDefaults().matcher("/camunda/api/admin/auth/user/*/login/**"))
                                .denyAll()
                                .requestMatchers(
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
                .addFilterAfter(new CurrentRoles(people, clock), SecurityContextHolderFilter.class)
                .formLogin(login -> login.loginPage("/login")
                        .defaultSuccessUrl("/board")
                        .failureHandler(answers::refused)
                        .permitAll())
                .logout(logout -> logout.logoutSuccessUrl("/login?out").deleteCookies("JSESSIONID"))
                // Camunda brings its own protection and its own token; ours stays in the session.
                .csrf(csrf -> csrf.ignoringRequestMatchers(CAMUNDA))
                .headers(headers -> headers.frameOptions(frame -> frame.sameOrigin()))
                .exceptionHandling(wrong -> wrong.defaultAuthenticationEntryPointFor(
                                answers::unauthorized, SecurityConfiguration::fromScript)
                        .defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint("/login"), any -> true)
                        .accessDeniedHandler(new AccessDeniedHandlerImpl()))
                .build();
    }

    private static boolean fromScript(HttpServletRequest request) {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        return path.startsWith("/camunda/api/") || path.startsWith("/ui/");
    }
}
