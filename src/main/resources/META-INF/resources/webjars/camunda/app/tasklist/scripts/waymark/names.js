// Tasklist shows names as the engine keeps them: Chinese and English in one, or a code. Wherever such a name stands as
// a text of its own, the reader's own takes its place.

import { chinese } from './words.js';
import { call } from './server.js';

const known = new Map();
const LISTS = '.task-filters .name';
const OURS = '.waymark-form, .wm-about, [contenteditable]';

/** `words`: what stands there, and what is to be read. */
export function learn(words) {
  let news = false;
  for (const [found, wanted] of Object.entries(words || {})) {
    news = news || known.get(found) !== wanted;
    known.set(found, wanted);
  }
  if (news) {
    replaceIn(document.body);
  }
}

function wanted(text, found) {
  const list = / · /.test(found) && text.parentElement?.closest(LISTS);
  return list ? found.split(' · ')[chinese ? 0 : 1] : known.get(found);
}

function replace(text) {
  const found = text.data.trim();
  const name = found && wanted(text, found);
  if (name && name !== found && !text.parentElement?.closest(OURS)) {
    text.data = text.data.replace(found, () => name);
  }
}

function replaceIn(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    replace(node);
  } else if (node.nodeType === Node.ELEMENT_NODE) {
    const walk = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      replace(walk.currentNode);
    }
  }
}

/** Watches the whole page: AngularJS writes a name anew whenever it changes. */
export function watch(then) {
  new MutationObserver(changes => {
    for (const { type, target, addedNodes } of changes) {
      type === 'characterData' ? replace(target) : addedNodes.forEach(replaceIn);
    }
    then();
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
  replaceIn(document.body);
  then();
  call('GET', '/ui/names').then(learn).catch(error => console.warn('Waymark: names were not read', error));
}
