package org.waymark.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/** The files of deployed diagrams. */
@Service
public class Diagrams {

    private final RepositoryService repository;

    Diagrams(@Lazy RepositoryService repository) {
        this.repository = repository;
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
