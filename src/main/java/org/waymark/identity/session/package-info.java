/** Sessions live in the database: they outlive the node that began them. */
package org.waymark.identity.session;
