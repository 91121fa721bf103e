// Saves what has been typed some seconds after the last change, and settles it with what others have saved meanwhile.

import { make, say } from './words.js';
import { call, Refusal, stepPath } from './server.js';
import { applyConditions, collect, fill, nameOf, readable } from './fields.js';
import { time } from './clock.js';

const PAUSE = 4000;
const same = (one, other) => JSON.stringify([].concat(one ?? '')) === JSON.stringify([].concat(other ?? ''));

export function drafts({ form, taskId, alert, dirty }) {
  const note = make('p', { className: 'wm-note', role: 'status' });
  let revision = 0;
  let readOnly = true;
  let timer = 0;
  let changed = false;
  let running = Promise.resolve();
  let settling = false;

  const put = (fields, draft, options) =>
    call('PUT', stepPath(taskId, '/entry'), { revision, fields, draft }, options);

  async function store(fields, draft) {
    const answer = await put(fields, draft);
    revision = answer.revision ?? revision + 1;
  }

  async function saveNow() {
    if (readOnly || settling || !changed) {
      return;
    }
    changed = false;
    note.textContent = say('saving');
    try {
      await store(collect(form), true);
      note.textContent = say('saved', time());
      dirty(changed);
    } catch (error) {
      changed = true;
      note.textContent = say('unsaved', error.message);
      if (error instanceof Refusal && error.status === 409) {
        await settle(error).catch(failure => (note.textContent = say('unsaved', failure.message)));
      }
    }
  }

  // one save at a time, or two of our own would collide on the revision
  function save() {
    clearTimeout(timer);
    running = running.then(saveNow, saveNow);
    return running;
  }

  /** Shows for every entry that differs what I typed and what is stored; the user chooses. */
  async function settle(error) {
    settling = true;
    note.textContent = '';
    let stored = error.body;
    try {
      stored = stored.fields ? stored : await call('GET', stepPath(taskId, '/entry'));
    } catch (failure) {
      settling = false;
      throw failure;
    }
    const mine = collect(form);
    const names = Object.keys(mine).filter(name => name in stored.fields && !same(mine[name], stored.fields[name]));
    revision = stored.revision;
    if (!names.length) {
      settling = false;
      return;
    }
    const choice = (name, which, value) => {
      const radio = make('input', { type: 'radio', name: 'wm-choice-' + name, value: which, checked: which === 'mine' });
      return make('label', {}, radio, make('b', {}, say(which)), ' ' + readable(form, name, value));
    };
    const rows = names.map(name => make('fieldset', {}, make('legend', {}, nameOf(form, name)),
      choice(name, 'mine', mine[name]), choice(name, 'theirs', stored.fields[name])));
    const button = make('button', { type: 'button', className: 'btn btn-primary' }, say('settle'));
    const panel = make('div', { className: 'wm-conflict wm-own' }, ...rows, button);
    button.addEventListener('click', () => {
      const theirs = names.filter(name => panel.querySelector(`[name="wm-choice-${name}"][value=theirs]`).checked);
      fill(form, Object.fromEntries(theirs.map(name => [name, stored.fields[name]])));
      applyConditions(form);
      alert.hidden = true;
      settling = false;
      changed = true;
      save();
    });
    alert.replaceChildren(make('p', {}, say('conflict')), panel);
    alert.hidden = false;
    alert.scrollIntoView({ block: 'nearest' });
    alert.focus();
  }

  return {
    note,
    settling: () => settling,
    pending: () => changed,
    start(stored, locked, typed) {
      revision = typed ? revision : stored;
      readOnly = locked;
      changed = false;
      settling = false;
      note.textContent = '';
      if (typed) {
        this.changed();
      }
    },
    changed() {
      if (!readOnly) {
        changed = true;
        dirty(true);
        clearTimeout(timer);
        timer = setTimeout(save, PAUSE);
      }
    },
    save,
    /** Saves for good; true when the engine may complete. */
    async submit(fields) {
      clearTimeout(timer);
      await running;
      if (settling) {
        return false;
      }
      try {
        await store(fields, false);
        changed = false;
        note.textContent = '';
        return true;
      } catch (error) {
        if (error instanceof Refusal && error.status === 409) {
          await settle(error);
          return settling ? false : this.submit(fields);
        }
        throw error;
      }
    },
    /** The user goes to another task: what is not yet saved is sent without waiting for the answer. */
    leave() {
      clearTimeout(timer);
      if (changed && !readOnly && !settling) {
        changed = false;
        put(collect(form), true, { keepalive: true }).catch(() => {});
      }
    }
  };
}
