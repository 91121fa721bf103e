package org.waymark.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Service;
import org.waymark.engine.Engine;
import org.waymark.engine.Model;
import org.waymark.engine.Models;

/** The kinds of projects and cases: deployed at start from {@code bpmn/}, one deployment each with its forms. */
@Service
public class Templates implements SmartInitializingSingleton {

    private final Engine engine;
    private final Models models;
    private final Map<Model, Template> read = new ConcurrentHashMap<>();

    Templates(Engine engine, Models models) {
        this.engine = engine;
        this.models = models;
    }

    /** The newest version of a template, by the id of its process. */
    public Template latest(String process) {
        return read.computeIfAbsent(models.latest(process), TemplateReader::read);
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            var resources = new PathMatchingResourcePatternResolver();
            for (Resource diagram : resources.getResources("classpath:bpmn/*.bpmn")) {
                String process = diagram.getFilename().replace(".bpmn", "");
                Map<String, byte[]> files = new LinkedHashMap<>();
                files.put(diagram.getFilename(), diagram.getContentAsByteArray());
                for (Resource form : resources.getResources("classpath*:bpmn/forms/" + process + "/*.html")) {
                    files.put("forms/" + process + "/" + form.getFilename(), form.getContentAsByteArray());
                }
                engine.deploy(process, files);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The diagrams could not be read", e);
        }
    }
}
