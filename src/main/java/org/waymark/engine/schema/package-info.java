/** The engine's tables: made by Flyway from the engine's own scripts, before the engine starts. */
package org.waymark.engine.schema;
