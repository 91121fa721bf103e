package org.waymark.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Service;
import org.waymark.engine.Engine;
import org.waymark.engine.Model;
import org.waymark.engine.Models;
import org.waymark.template.contract.BrokenDiagram;
import org.waymark.template.contract.Contract;
import org.waymark.template.contract.Finding;

/** The kinds of projects and cases: deployed at start from {@code bpmn/}, one deployment each with its forms. */
@Service
public class Templates implements SmartInitializingSingleton {

    private final Engine engine;
    private final Models models;
    private final Contract contract;
    private final Map<Model, Template> read = new ConcurrentHashMap<>();

    Templates(Engine engine, Models models, Contract contract) {
        this.engine = engine;
        this.models = models;
        this.contract = contract;
    }

    /** The newest version of a template, by the id of its process. */
    public Template latest(String process) {
        return read.computeIfAbsent(models.latest(process), TemplateReader::read);
    }

    /** The newest version of every template a project can follow, by the id of its process. */
    public List<Template> ofProjects() {
        return models.processes().stream()
                .map(this::latest)
                .filter(template ->
                        "project".equals(template.model().properties().get("kind")))
                .toList();
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            var resources = new PathMatchingResourcePatternResolver();
            for (Resource diagram : resources.getResources("classpath*:bpmn/*.bpmn")) {
                String process = diagram.getFilename().replace(".bpmn", "");
                Map<String, byte[]> files = new LinkedHashMap<>();
                files.put(diagram.getFilename(), diagram.getContentAsByteArray());
                for (Resource form : resources.getResources("classpath*:bpmn/forms/" + process + "/*.html")) {
                    files.put("forms/" + process + "/" + form.getFilename(), form.getContentAsByteArray());
                }
                check(diagram.getFilename(), files);
                engine.deploy(process, files);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The diagrams could not be read", e);
        }
    }

    /** Refuses a diagram that cannot work, before the engine has seen it. */
    private void check(String file, Map<String, byte[]> files) {
        Map<String, Form> forms = files.entrySet().stream()
                .filter(one -> one.getKey().endsWith(".html"))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> Form.parse(new String(one.getValue(), StandardCharsets.UTF_8))));
        List<Finding> findings = contract.check(file, files.get(file), forms);
        if (!findings.isEmpty()) {
            throw new BrokenDiagram(
                    findings.stream()
                            .flatMap(finding -> Stream.of(Locale.CHINESE, Locale.ENGLISH)
                                    .map(language -> contract.sentence(file, finding, language)))
                            .collect(Collectors.joining("\n")),
                    findings);
        }
    }
}
