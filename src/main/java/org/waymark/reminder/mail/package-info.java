/** Mail on its way out: written in the transaction, sent after it. */
package org.waymark.reminder.mail;
