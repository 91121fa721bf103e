// One embedded form from opening to submission.

import { make, say } from './words.js';
import { call, Refusal, stepPath } from './server.js';
import { applyConditions, applySums, askLateReason, clearFault, collect, defaultDay, fill, judge, prepare, showFaults } from './fields.js';
import { card } from './card.js';
import { drafts } from './draft.js';
import { evidence } from './evidence.js';
import { returning } from './return.js';
import { waiting } from './waiting.js';
import { learn } from './names.js';
import { follow, tell as news } from './news.js';

export async function open(camForm, $scope, gate) {
  const form = camForm.formElement[0];
  const taskId = camForm.taskId;
  const alert = make('div', { className: 'wm-alert', role: 'alert', tabIndex: -1, hidden: true });
  const head = make('div', { className: 'wm-head' });
  const foot = make('div', { className: 'wm-foot wm-own' });
  form.prepend(head, alert);
  if (form.querySelector('[data-required-when]')) {
    head.after(make('p', { className: 'wm-hint wm-more' }, say('moreFields')));
  }
  form.append(foot);
  prepare(form);
  askLateReason(form, null);
  applyConditions(form);

  const files = evidence(form, taskId);
  const draft = drafts({ form, taskId, alert, dirty: value => markDirty($scope, form, value) });
  const returned = () => {
    closeTask(camForm, $scope);
    follow(taskId, 'wasReturned');
  };
  gate.done = () => follow(taskId, 'wasSubmitted');
  let readOnly = true;
  let openFrom = null;

  function change(event) {
    if (!event.target.closest('.wm-own') && event.target.type !== 'file') {
      clearFault(event.target);
      applySums(form, event.target.name);
      conditions();
      draft.changed();
    }
  }
  function conditions() {
    askLateReason(form, openFrom);
    applyConditions(form);
  }
  form.addEventListener('input', change);
  form.addEventListener('change', change);

  camForm.on('store', () => {
    camForm.storePrevented = true; // Tasklist's own draft would lie in this browser only
    draft.save();
  });
  $scope.$on('$destroy', () => draft.leave());

  let loads = 0;
  async function load() {
    const turn = ++loads;
    head.replaceChildren(make('p', { className: 'wm-hint', role: 'status' }, say('loading')));
    hide(alert);
    try {
      const entry = await call('GET', stepPath(taskId, '/entry'));
      if (turn === loads) {
        show(entry);
      }
    } catch (error) {
      const again = make('button', { type: 'button', className: 'btn btn-default' }, say('retry'));
      again.addEventListener('click', load);
      head.replaceChildren();
      foot.replaceChildren();
      lock(form, true);
      tell(alert, [make('p', {}, say('notLoaded', error.message)), again]);
    }
  }

  function show(entry) {
    readOnly = entry.readOnly === true || $scope.options?.disableForm === true;
    const typed = draft.pending(); // not yet on the server: stays, and meets what is stored at the next save
    if (!typed) {
      fill(form, entry.fields || {});
    }
    if (!readOnly) {
      defaultDay(form);
    }
    openFrom = entry.monthsOpenFrom;
    conditions();
    lock(form, readOnly);
    files.show(entry.evidence || {}, readOnly);
    learn(entry.words);
    document.querySelector('.task-details')?.classList.toggle('wm-waits', Boolean(entry.waiting));
    head.replaceChildren(card({ ...entry, readOnly }, readOnly ? null : endWaiting));
    foot.replaceChildren();
    draft.start(entry.revision || 0, readOnly, typed);
    if (!readOnly) {
      foot.append(draft.note, actions(entry));
    }
  }

  async function endWaiting() {
    await call('DELETE', stepPath(taskId, '/waiting'));
    await changed();
    news(say('waitEnded'));
    foot.querySelector('.wm-actions button')?.focus();
  }

  async function waits(party) {
    await changed();
    news(say('waitNoted', party));
    const strip = head.querySelector('.wm-waiting');
    strip?.scrollIntoView({ block: 'center' });
    strip?.focus();
  }

  async function changed() {
    await reload();
    document.dispatchEvent(new CustomEvent('waymark:changed', { detail: taskId }));
  }

  /** The header and the buttons anew; what the user has typed stays. */
  async function reload() {
    await draft.save();
    if (!draft.settling()) {
      await load();
    }
  }

  function actions(entry) {
    const panels = make('div', { className: 'wm-panels' });
    const buttons = [];
    if (entry.returnTargets?.length) {
      buttons.push(['return', returning({ taskId, entry, done: returned })]);
    }
    buttons.push([entry.waiting ? 'changeWait' : 'wait', waiting({ taskId, waiting: entry.waiting, done: waits })]);
    const row = make('div', { className: 'wm-actions', role: 'group' });
    row.setAttribute('aria-label', say('more'));
    for (const [key, panel] of buttons) {
      const button = make('button', { type: 'button', className: 'btn btn-default' }, say(key));
      button.setAttribute('aria-expanded', 'false');
      button.addEventListener('click', () => {
        const opening = button.getAttribute('aria-expanded') === 'false';
        row.querySelectorAll('button').forEach(other => other.setAttribute('aria-expanded', 'false'));
        button.setAttribute('aria-expanded', String(opening));
        panels.replaceChildren(...(opening ? [panel(() => button.click())] : []));
        panels.firstElementChild?.scrollIntoView({ block: 'nearest' });
        panels.querySelector('select, input')?.focus();
      });
      row.append(button);
    }
    if (entry.waiting) {
      const end = make('button', { type: 'button', className: 'btn btn-default' }, say('endWait'));
      end.addEventListener('click', () => endWaiting().catch(error => tell(alert, [say('notWaiting', error.message)])));
      row.append(end);
    }
    return make('div', {}, row, panels);
  }

  function refuse(message, faults) {
    const first = showFaults(form, faults);
    const list = make('ul', {}, ...[...faults].map(([name, sentence]) => make('li', {}, sentence)));
    tell(alert, [make('p', {}, message), faults.size ? list : null]);
    if (first) {
      (first.type === 'file' ? first.parentElement.querySelector('.wm-pick') : first).focus();
    } else {
      alert.focus();
    }
    (first?.closest('.form-group') || alert).scrollIntoView({ block: 'center' });
    return false;
  }

  gate.save = async () => {
    if (draft.settling()) {
      alert.scrollIntoView({ block: 'nearest' });
      alert.focus();
      return false;
    }
    hide(alert);
    conditions();
    if (readOnly) {
      return refuse(say('readOnly'), new Map());
    }
    if (files.busy()) {
      return refuse(say('busy'), new Map());
    }
    const faults = judge(form, files.of);
    if (faults.size) {
      return refuse(say('fix', faults.size), faults);
    }
    showFaults(form, new Map());
    try {
      return await draft.submit(collect(form));
    } catch (error) {
      const named = error instanceof Refusal && error.status === 422 ? Object.entries(error.body.fields || {}) : [];
      return refuse(say('refused', error.message), new Map(named));
    }
  };

  // claiming does not load the form anew: its entry becomes writable
  $scope.$watch(() => $scope.options?.disableForm, (now, before) => {
    if (now !== before) {
      load();
    }
  });
  await load();
}

export function tell(alert, children) {
  alert.replaceChildren(...children.filter(Boolean));
  alert.hidden = false;
}

function hide(alert) {
  alert.replaceChildren();
  alert.hidden = true;
}

function lock(form, locked) {
  for (const field of form.elements) {
    if (!field.closest('.wm-own') && !field.closest('.wm-head') && field.type !== 'button') {
      field.disabled = locked;
    }
  }
}

// our fields are unknown to AngularJS, so Tasklist's save button has to be told that something changed
function markDirty($scope, form, dirty) {
  $scope.$applyAsync(() => {
    const controller = $scope[form.getAttribute('name')];
    dirty ? controller?.$setDirty?.() : controller?.$setPristine?.();
  });
}

/** The task is gone (returned): closes it and reads the list again. */
function closeTask(camForm, $scope) {
  const location = camForm.formElement.injector().get('$location');
  $scope.$applyAsync(() => {
    const query = { ...location.search() };
    delete query.task;
    delete query.detailsTab;
    location.search(query);
    $scope.$root.$broadcast('refresh');
  });
}
