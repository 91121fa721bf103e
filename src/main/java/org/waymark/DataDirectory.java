package org.waymark;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Makes {@code waymark.data-dir} absolute: H2 refuses a path like {@code data}, which everybody else accepts. */
class DataDirectory implements EnvironmentPostProcessor, Ordered {

    private static final String SETTING = "waymark.data-dir";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String given = environment.getProperty(SETTING);
        if (given != null && !given.isBlank()) {
            String path = Path.of(given).toAbsolutePath().normalize().toString();
            environment.getPropertySources().addFirst(new MapPropertySource("data-dir", Map.of(SETTING, path)));
        }
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
