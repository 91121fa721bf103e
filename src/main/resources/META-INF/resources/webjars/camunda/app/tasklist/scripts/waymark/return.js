// 退回: to an earlier step of the same milestone, with a reason. A panel in the page, as the sandbox forbids dialogs.

import { make, say } from './words.js';
import { call, stepPath } from './server.js';
import { field } from './panel.js';

/** `done` is called when the step has been returned; the panel's own caller closes it with `close`. */
export const returning = ({ taskId, entry, done }) => close => {
  const target = make('select', { id: 'wm-return-to', className: 'form-control' },
    ...entry.returnTargets.map(step => make('option', { value: step.element }, step.name)));
  const reason = make('textarea', { id: 'wm-return-reason', rows: 3, className: 'form-control', placeholder: say('reasonHint') });
  const why = field(say('reason'), reason, true);
  const cancelled = make('ul', {});
  const passed = make('div', { className: 'wm-passed' });
  const restart = make('input', { id: 'wm-restart', type: 'checkbox' });
  const fault = make('p', { className: 'wm-error', role: 'alert' });
  const confirm = make('button', { type: 'button', className: 'btn btn-danger' }, say('doReturn'));
  const cancel = make('button', { type: 'button', className: 'btn btn-default' }, say('cancel'));

  function list() {
    const chosen = entry.returnTargets.find(step => step.element === target.value);
    const names = [entry.step?.name || say('thisStep'), ...(chosen?.cancels || [])];
    cancelled.replaceChildren(...[...new Set(names)].map(name => make('li', {}, name)));
    restart.checked = false;
    passed.replaceChildren(...(chosen?.passed?.length ? [
      make('p', { className: 'wm-cancels' }, say('passed')),
      make('ul', {}, ...chosen.passed.map(period => make('li', {}, period))),
      make('label', { htmlFor: restart.id, className: 'wm-check' }, restart, ' ' + say('restart'))
    ] : []));
  }

  async function send() {
    if (!reason.value.trim()) {
      why.blame(say('missing', say('reason')));
      return;
    }
    fault.textContent = '';
    confirm.disabled = true;
    try {
      await call('POST', stepPath(taskId, '/return'), { target: target.value, reason: reason.value.trim(), restart: restart.checked });
      done();
    } catch (error) {
      confirm.disabled = false;
      fault.textContent = say('notReturned', error.message);
      fault.scrollIntoView({ block: 'nearest' });
    }
  }

  target.addEventListener('change', list);
  confirm.addEventListener('click', send);
  cancel.addEventListener('click', close);
  list();
  return make('section', { className: 'wm-panel' },
    make('label', { htmlFor: target.id, className: 'wm-required' }, say('returnTo')), target,
    ...why.parts,
    make('p', { className: 'wm-cancels' }, say('cancels')), cancelled,
    passed,
    fault,
    make('div', { className: 'wm-buttons' }, confirm, cancel));
};
