/** What the demo knows of past months and of the year's indicators. */
package org.waymark.progress.demo;
