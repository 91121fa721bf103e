// What we add to Tasklist's header: the way back to the board, the demo's clock, our own way out.

import { make, say } from './words.js';
import { headers, root } from './server.js';
import { isDemo, refresh, time, today } from './clock.js';

const MINUTE = 60000;

/** Draws one of the header's parts into Tasklist's place for it. */
export function render(id, node) {
  if (id === 'waymark-board') {
    node.replaceChildren(make('a', { href: root + '/board', className: 'wm-board' }, say('board')));
  } else if (id === 'waymark-clock' && isDemo()) {
    const chip = make('span', { className: 'wm-clock' });
    const show = () => (chip.textContent = say('demoClock', today() + ' ' + time()));
    show();
    node.replaceChildren(chip);
    setInterval(() => refresh(show), MINUTE);
  }
}

async function logOut(link) {
  link.setAttribute('aria-busy', 'true');
  try {
    const response = await fetch(root + '/logout', { method: 'POST', credentials: 'same-origin', headers: await headers(true) });
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
  refresh(() => {});
}
