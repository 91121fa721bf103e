// What we add to Tasklist's header: the way back to the board, the demo's clock, our own way out.

import { make, say } from './words.js';
import { call, headers, root } from './server.js';
import { learn, watch } from './names.js';
import { label } from './labels.js';
import { quiet } from './news.js';
import { picture } from './picture.js';
import { dayOf, daysUntil, isDemo, refresh, time, today } from './clock.js';

const MINUTE = 60000;

const drawn = new Map(); // cards on the page, so that they can be drawn anew

// One request for all cards that are drawn together, not one for each.
const asked = new Map();

function about(node, taskId) {
  node.className = 'wm-about';
  if (asked.size === 0) {
    setTimeout(askForCards, 30);
  }
  asked.set(taskId, [...(asked.get(taskId) || []), node]);
}

async function askForCards() {
  const nodes = new Map(asked);
  asked.clear();
  const cards = await call('GET', '/ui/cards?tasks=' + [...nodes.keys()].join(','));
  for (const [taskId, places] of nodes) {
    const card = cards[taskId];
    learn(card?.words);
    const lines = card ? [[card.object, card.place], [card.milestone, card.project]] : [];
    if (card?.suspended) {
      lines.push([say('suspended')]);
    }
    if (card?.waiting) {
      lines.push([say('waits', card.waiting.name), say('waited', Math.max(0, -daysUntil(card.waiting.since)))]);
    }
    drawn.set(taskId, places.filter(place => place.isConnected));
    for (const place of places) {
      place.closest('.task')?.classList.toggle('wm-waits', Boolean(card?.waiting || card?.suspended));
      place.replaceChildren(...lines.map(line => make('div', {}, line.filter(Boolean).join(' · '))).filter(line => line.textContent));
    }
  }
}

/** Draws one of the header's parts into Tasklist's place for it. */
export function render(id, node, taskId) {
  if (id === 'waymark-about') {
    about(node, taskId);
  } else if (id === 'waymark-board') {
    node.replaceChildren(make('a', { href: root + '/board', className: 'wm-board' }, say('board')));
  } else if (id === 'waymark-clock' && isDemo()) {
    const chip = make('span', { className: 'wm-clock' });
    const show = () => (chip.textContent = say('demoClock', today() + ' ' + time()));
    show();
    node.replaceChildren(chip);
    setInterval(() => refresh(show), MINUTE);
  } else if (id === 'waymark-diagram') {
    picture(node, taskId);
  } else if (id === 'waymark-out') {
    const out = make('a', { href: '', className: 'wm-out' }, say('logOut'));
    out.addEventListener('click', event => {
      event.preventDefault();
      logOut(out);
    });
    node.replaceChildren(out);
  } else if (id === 'waymark-list') {
    const back = make('button', { type: 'button', className: 'btn btn-link wm-back' }, say('list'));
    back.addEventListener('click', () => {
      const injector = window.angular.element(node).injector();
      injector.get('$rootScope').$applyAsync(() => injector.get('$location').search('task', null));
    });
    node.replaceChildren(back);
  }
}

/** Writes a due date as a day and the whole days that are left, or gone. */
export function due(element, moment) {
  const day = moment ? dayOf(moment) : '';
  const days = day && daysUntil(day);
  const left = days < 0 ? say('late', -days) : days === 0 ? say('today') : say('left', days);
  element.dataset.due = day && day + ' ' + left;
  element.setAttribute('role', 'img'); // so that the label is read instead of the text it hides
  element.setAttribute('aria-label', element.dataset.due);
  element.closest('.due-date').classList.toggle('wm-due-soon', day !== '' && days >= 0 && days <= 3);
}

async function logOut(link) {
  link.setAttribute('aria-busy', 'true');
  try {
    const request = { method: 'POST', credentials: 'same-origin', redirect: 'manual', headers: await headers(true) };
    const response = await fetch(root + '/logout', request);
    if (!response.ok && response.type !== 'opaqueredirect') {
      throw new Error('status ' + response.status);
    }
    window.location.assign(root + '/login');
  } catch (error) {
    link.removeAttribute('aria-busy');
    link.textContent = say('notLoggedOut');
  }
}

/** Camunda's own log-out leaves our session alive, and its own login page knows none of our people. */
export function start() {
  document.addEventListener('click', event => {
    const link = event.target.closest?.('li.account li.logout a');
    if (link) {
      event.preventDefault();
      event.stopImmediatePropagation();
      logOut(link);
    }
  }, true);
  const toOurLogin = () => {
    if (/^#\/?login/.test(window.location.hash)) {
      window.location.replace(root + '/login');
    }
  };
  window.addEventListener('hashchange', toOurLogin);
  toOurLogin();
  watch(label);
  document.addEventListener('waymark:changed', ({ detail }) => (drawn.get(detail) || []).forEach(place => about(place, detail)));
  window.addEventListener('hashchange', () => /[?&]task=/.test(window.location.hash) && quiet());
  refresh(() => {});
}
