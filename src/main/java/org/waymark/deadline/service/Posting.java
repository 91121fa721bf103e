package org.waymark.deadline.service;

import java.time.LocalDate;

/**
 * A notice hung in one place, or was seen still hanging when its period was over.
 *
 * @param place null for an end, which is told for all places at once
 * @param seenOn the day it was posted, or seen at the end
 * @param photos ids of the files, with commas between them
 */
public record Posting(
        String instanceKey,
        String event,
        Stage stage,
        Place place,
        String address,
        LocalDate seenOn,
        String poster,
        String photos,
        String recordedBy) {

    /** When in its period. */
    public enum Stage {
        START,
        END
    }

    /** Where the law or practice has notices posted; lower case it is the beginning of the form's fields. */
    public enum Place {
        TOWN,
        VILLAGE,
        GROUP,
        SITE
    }

    /** How many photos there are. */
    public int files() {
        return photos == null || photos.isEmpty() ? 0 : photos.split(",").length;
    }
}
