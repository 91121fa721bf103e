// Names for controls that Tasklist draws as a sign only, for those who hear the page.

import { say } from './words.js';

const SIGNS = [
  ['.task-filters .region-toggle', 'foldFilters'],
  ['.tasks-list .region-toggle', 'foldList'],
  ['.task-details .region-toggle', 'foldTask'],
  ['.maximize', 'maximize'],
  ['.reset-regions', 'restore'],
  ['.sort-direction', 'sortDirection'],
  ['.new-sort .dropdown-toggle, .sorting-choice.new a', 'addSort'],
  ['.unclaim', 'unclaim'],
  ['.reset-due-date, .reset-followup-date', 'clear'],
  ['.search-container .copy-link, .controls .glyphicon-link', 'copyLink'],
  ['.tasks-list .search-container .btn-link, .tasks-list .dropdown-toggle:empty', 'saveSearch']
];

const silent = element => !element.textContent.trim() && !element.hasAttribute('aria-label');

export function label() {
  for (const [selector, key] of SIGNS) {
    document.querySelectorAll(selector).forEach(element => silent(element) && element.setAttribute('aria-label', say(key)));
  }
}
