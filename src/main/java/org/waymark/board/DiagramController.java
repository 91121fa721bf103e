package org.waymark.board;

import java.util.NoSuchElementException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.waymark.engine.Diagrams;

/** The diagram's file for the viewer in the page. */
@RestController
class DiagramController {

    private final Diagrams diagrams;

    DiagramController(Diagrams diagrams) {
        this.diagrams = diagrams;
    }

    @GetMapping(value = "/ui/diagrams/{process}", produces = MediaType.APPLICATION_XML_VALUE)
    byte[] diagram(@PathVariable String process) {
        try {
            return diagrams.fileOf(process);
        } catch (NoSuchElementException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
