package org.waymark.deadline.service;

/** How a paper was served. */
public enum Way {
    /** Handed to the addressee or one who may receive it (直接送达). */
    DIRECT,
    /** Left at the home of one who refused it, before two witnesses or with a photo (留置送达). */
    LEFT,
    /** By post (邮寄送达): served on the day of the receipt, not the day it was posted. */
    POST,
    /** By public notice (公告送达): deemed served when the notice has run its time. */
    PUBLIC,
    /** Served before its case was taken in; the file gave the day (存量导入). */
    IMPORTED,
    /** Recorded with its day before there were records of service. */
    EARLIER
}
