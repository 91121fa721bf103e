package org.waymark.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.waymark.engine.rights.VisibleBeans;

/** The files of diagrams: those deployed, and those about to be. */
@Service
public class Diagrams {

    private static final String EMBEDDED = "embedded:deployment:";

    private final RepositoryService repository;

    private final ApplicationContext context;

    Diagrams(@Lazy RepositoryService repository, ApplicationContext context) {
        this.repository = repository;
        this.context = context;
    }

    /** Why the engine could not read this file, empty if it can. */
    public Optional<String> fault(byte[] bpmn) {
        try {
            Bpmn.validateModel(Bpmn.readModelFromStream(new ByteArrayInputStream(bpmn)));
            return Optional.empty();
        } catch (ModelException e) {
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            return Optional.of(root.getMessage());
        }
    }

    /** Whether expressions of diagrams can reach a bean of this name. */
    public boolean reaches(String bean) {
        return new VisibleBeans(context).containsKey(bean);
    }

    /** A form of this version of a diagram, as it was deployed with it; empty if the diagram names none there. */
    public Optional<String> form(String definition, String formKey) {
        if (formKey == null || !formKey.startsWith(EMBEDDED)) {
            return Optional.empty();
        }
        String deployment = repository.getProcessDefinition(definition).getDeploymentId();
        String path = formKey.substring(EMBEDDED.length());
        try (var file = repository.getResourceAsStream(deployment, path)) {
            return Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest version's BPMN file. */
    public byte[] fileOf(String process) {
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult();
        if (definition == null) {
            throw new NoSuchElementException("No diagram '%s' is deployed".formatted(process));
        }
        try (var file = repository.getProcessModel(definition.getId())) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
