package org.waymark.board;

import java.util.NoSuchElementException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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

    @GetMapping("/ui/diagrams/{process}")
    ResponseEntity<byte[]> diagram(@PathVariable String process) {
        try {
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body(diagrams.fileOf(process));
        } catch (NoSuchElementException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
