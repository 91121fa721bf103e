// The head of a form: where this step belongs, until when it is due and by which rule.

import { chinese, make, say } from './words.js';
import { daysUntil } from './clock.js';
import { root } from './server.js';

const comma = chinese ? '、' : ', ';

function row(key, ...content) {
  return [make('dt', {}, say(key)), make('dd', {}, ...content)];
}

function lamp(step, waiting) {
  if (step.suspended) {
    return make('span', { className: 'wm-lamp wm-waits' }, say('suspended'));
  }
  if (waiting) {
    return make('span', { className: 'wm-lamp wm-waits' }, say('waits', waiting.name));
  }
  const days = daysUntil(step.due);
  if (step.lateDays > 0 || days < 0) {
    return make('span', { className: 'wm-lamp wm-late' }, say('late', step.lateDays > 0 ? step.lateDays : -days));
  }
  return days === 0
    ? make('span', { className: 'wm-lamp wm-soon' }, say('today'))
    : make('span', { className: 'wm-lamp' + (days <= 3 ? ' wm-soon' : '') }, say('left', days));
}

function back({ by, on, reason, from }) {
  return make('div', { className: 'wm-alert wm-back-why' },
    make('p', {}, make('b', {}, say('sentBack', by, on)), ' ', reason),
    from ? make('p', { className: 'wm-hint' }, say('sentBackFrom', from)) : null);
}

function waitingStrip(waiting, end) {
  const text = say('waiting', waiting.name, waiting.since, Math.max(0, -daysUntil(waiting.since)));
  const letter = waiting.letter ? say('waitingLetter', waiting.letter) : '';
  const strip = make('p', { className: 'wm-waiting', tabIndex: -1 }, text + letter);
  if (end) {
    const button = make('button', { type: 'button', className: 'btn btn-default btn-sm' }, say('endWait'));
    button.addEventListener('click', () => {
      button.disabled = true;
      end().catch(error => {
        button.disabled = false;
        strip.append(make('span', { className: 'wm-error', role: 'alert' }, say('notWaiting', error.message)));
      });
    });
    strip.append(button);
  }
  return strip;
}

/** `endWaiting` is null for one who may only read. */
export function card(entry, endWaiting) {
  const { project, milestone, object, step = {}, waiting, sentBack } = entry;
  const list = make('dl', { className: 'wm-card' });
  if (project) {
    list.append(...row('project', project.name + ' ', make('span', { className: 'wm-hint' }, project.code)));
  }
  if (milestone) {
    list.append(...row('milestone', milestone.name));
  }
  if (object) {
    const place = [object.village, object.team, object.holder].filter(Boolean).join(comma);
    const link = make('a', { href: root + object.url, target: '_blank', rel: 'noopener', className: 'wm-object' }, object.number);
    list.append(...row('object', link, ' ', make('span', { className: 'wm-hint' }, place)));
  }
  const rule = step.ruleText ? make('span', { className: 'wm-rule' }, step.ruleText) : null;
  const due = step.due ? [make('b', {}, step.due), ' ', lamp(step, waiting), rule] : [say('noLimit'), rule];
  list.append(...row('due', ...due));
  return make('section', { className: 'wm-summary' },
    sentBack ? back(sentBack) : null,
    entry.readOnly ? make('p', { className: 'wm-readonly' }, say('readOnly')) : null,
    list,
    step.round > 1 ? make('span', { className: 'wm-lamp' }, say('round', step.round)) : null,
    waiting ? waitingStrip(waiting, endWaiting) : null);
}
