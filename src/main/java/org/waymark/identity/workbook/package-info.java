/** People, units and villages as a workbook: written with what there is, read, compared and taken as a whole. */
package org.waymark.identity.workbook;
