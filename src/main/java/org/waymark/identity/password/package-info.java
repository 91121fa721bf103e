/** Passwords: the first administrator's, those given out, and how people change their own. */
package org.waymark.identity.password;
