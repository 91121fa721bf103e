// 等待外部: the step waits for somebody who is not ours; counted apart from the time the work takes us.

import { make, PARTIES, say } from './words.js';
import { call, stepPath } from './server.js';
import { today } from './clock.js';
import { field as within } from './panel.js';

/** `done` is called when the wait has been recorded; the panel's own caller closes it with `close`. */
export const waiting = ({ taskId, waiting: recorded, done }) => close => {
  const field = (id, properties) => make('input', { id, type: 'text', className: 'form-control', ...properties });
  const party = field('wm-party', { list: 'wm-parties', value: recorded?.party || '', maxLength: 120, autocomplete: 'off' });
  const parties = make('datalist', { id: 'wm-parties' }, ...PARTIES.map(value => make('option', { value })));
  const since = field('wm-since', { type: 'date', max: today(), value: recorded?.since || today() });
  const letter = field('wm-letter', { value: recorded?.letter || '', maxLength: 120 });
  const whom = within(say('party'), party, true, parties);
  const day = within(say('since'), since, true);
  const fault = make('p', { className: 'wm-error', role: 'alert' });
  const record = make('button', { type: 'button', className: 'btn btn-primary' }, say('doWait'));
  const cancel = make('button', { type: 'button', className: 'btn btn-default' }, say('cancel'));

  async function send() {
    const faulty = [party, since].find(input => !input.value.trim() || !input.checkValidity());
    if (faulty) {
      const late = faulty === since && since.value;
      const sentence = late ? say('future', say('since'), since.max) : say('missing', say(faulty === since ? 'since' : 'party'));
      (faulty === since ? day : whom).blame(sentence);
      return;
    }
    fault.textContent = '';
    record.disabled = true;
    try {
      const letterNumber = letter.value.trim();
      await call('POST', stepPath(taskId, '/waiting'), { party: party.value.trim(), since: since.value, letter: letterNumber });
      await done(party.value.trim());
    } catch (error) {
      record.disabled = false;
      fault.textContent = say('notWaiting', error.message);
      fault.scrollIntoView({ block: 'nearest' });
    }
  }

  record.addEventListener('click', send);
  cancel.addEventListener('click', close);
  return make('section', { className: 'wm-panel' },
    make('p', { className: 'wm-hint' }, say('waitHint')),
    ...whom.parts,
    ...day.parts,
    make('label', { htmlFor: letter.id }, say('letter')), letter,
    fault,
    make('div', { className: 'wm-buttons' }, record, cancel));
};
