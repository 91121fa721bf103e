// Names for controls that Tasklist draws as a sign only, for those who hear the page.

import { say } from './words.js';

const SIGNS = [
  ['.task-filters .region-toggle', 'foldFilters'],
  ['.tasks-list .region-toggle', 'foldList'],
  ['.task-details .region-toggle', 'foldTask'],
  ['.maximize', 'maximize'],
  ['.reset-regions', 'restore'],
  ['.sort-direction', 'sortDirection'],
  ['.new-sort > .dropdown-toggle', 'addSort'],
  ['.unclaim', 'unclaim'],
  ['.reset-due-date, .reset-followup-date', 'clear'],
  ['.stored-criteria > .dropdown-toggle, .tasks-list .btn-default.dropdown-toggle', 'saveSearch']
];

// a field that opens a list of suggestions; and what is written as a heading but heads nothing
const ROLES = [
  ['.main-field[aria-expanded]', 'combobox'],
  ['.task .process-definition, .task-card .process-definition, .task h5.assignee', 'presentation']
];

export function label() {
  for (const [selector, key] of SIGNS) {
    document.querySelectorAll(':is(' + selector + '):not([aria-label])').forEach(element => element.setAttribute('aria-label', say(key)));
  }
  for (const [selector, role] of ROLES) {
    document.querySelectorAll(':is(' + selector + '):not([role])').forEach(element => element.setAttribute('role', role));
  }
}
