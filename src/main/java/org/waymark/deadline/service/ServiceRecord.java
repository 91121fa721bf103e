package org.waymark.deadline.service;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * One service of one paper.
 *
 * @param instanceKey case key or project code
 * @param event the anchor event it is, such as {@code reportServed}
 * @param servedOn the day that counts: of the receipt by post, of the end of its time by public notice
 * @param receiverRole owner, family or agent; null unless it was handed over
 * @param witnesses names of the witnesses, with their unit; null if none
 * @param sentOn the day it was posted; it starts nothing
 * @param noticeOn the day the public notice appeared
 * @param proof ids of the files that prove it, with commas between them; null where there are none
 */
public record ServiceRecord(
        String instanceKey,
        String event,
        Way way,
        LocalDate servedOn,
        String documentNo,
        String receiver,
        String receiverRole,
        String witnesses,
        String refusedBecause,
        String postNo,
        LocalDate sentOn,
        LocalDate noticeOn,
        String noticePlace,
        String server,
        String proof,
        OffsetDateTime recordedAt,
        String recordedBy) {

    /** How many files prove it. */
    public int files() {
        return proof == null || proof.isEmpty() ? 0 : proof.split(",").length;
    }
}
