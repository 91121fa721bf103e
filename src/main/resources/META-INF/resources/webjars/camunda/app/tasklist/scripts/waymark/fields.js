// Reads, fills and judges the fields of an embedded form. They are plain HTML fields, not engine variables.

import { chinese, make, say } from './words.js';
import { today } from './clock.js';

const isEvidence = field => field.type === 'file';
export const evidenceInputs = form => [...form.querySelectorAll('input[type=file][data-evidence]')];

function namedFields(form) {
  const groups = new Map();
  for (const field of form.elements) {
    if (field.name && !isEvidence(field) && !field.closest('.wm-own') && field.type !== 'button') {
      groups.set(field.name, [...(groups.get(field.name) || []), field]);
    }
  }
  return groups;
}

function valueOf(group) {
  const [first] = group;
  if (first.type === 'checkbox') {
    const boolean = group.length === 1 && first.dataset.type === 'boolean';
    return boolean ? String(first.checked) : group.filter(box => box.checked).map(box => box.value);
  }
  if (first.type === 'radio') {
    return group.find(button => button.checked)?.value || '';
  }
  return first.multiple ? [...first.selectedOptions].map(option => option.value) : first.value.trim();
}

/** What the form holds: name to string, or to a list of strings. */
export function collect(form) {
  return Object.fromEntries([...namedFields(form)].map(([name, group]) => [name, valueOf(group)]));
}

export function fill(form, values) {
  for (const [name, group] of namedFields(form)) {
    if (name in values) {
      const list = [].concat(values[name] ?? '').map(String);
      for (const field of group) {
        if (field.type === 'checkbox' && group.length === 1 && field.dataset.type === 'boolean') {
          field.checked = list[0] === 'true';
        } else if (field.type === 'checkbox' || field.type === 'radio') {
          field.checked = list.includes(field.value);
        } else if (field.multiple) {
          [...field.options].forEach(option => (option.selected = list.includes(option.value)));
        } else {
          field.value = list[0] ?? '';
        }
      }
    }
  }
}

/** Texts and limits that do not depend on what has been saved. */
export function prepare(form) {
  if (!chinese) {
    form.querySelectorAll('[data-en]').forEach(element => {
      const text = [...element.childNodes].find(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
      text ? (text.data = element.dataset.en) : element.append(element.dataset.en);
    });
    form.querySelectorAll('[data-en-title]').forEach(element => (element.title = element.dataset.enTitle));
  }
  form.querySelectorAll('[data-max="today"]').forEach(field => (field.max = today()));
  form.noValidate = true;
}

/** Most things are typed in on the day they happen. */
export function defaultDay(form) {
  const happenedOn = form.elements.namedItem('happenedOn');
  if (happenedOn && !happenedOn.value) {
    happenedOn.value = today();
  }
}

/** A day in a closed month asks why it is entered only now; `openFrom` is the first day of the months still open. */
export function askLateReason(form, openFrom) {
  const day = form.elements.namedItem('happenedOn');
  if (!day) {
    return;
  }
  const area = form.elements.namedItem('lateReason') || lateReason(day);
  const closed = Boolean(openFrom && day.value && day.value < openFrom);
  area.required = closed;
  area.closest('.form-group').hidden = !closed && !area.value;
}

function lateReason(day) {
  const area = make('textarea', { id: 'lateReason', name: 'lateReason', rows: 2, maxLength: 500, className: 'form-control' });
  day.closest('.form-group').after(make('div', { className: 'form-group' },
    make('label', { htmlFor: area.id, className: 'control-label' }, say('lateReason')),
    area,
    make('p', { className: 'help-block' }, say('lateHint'))));
  return area;
}

/** A `data-sum="a b"` field follows when one of its terms is changed. */
export function applySums(form, changed) {
  const number = name => Math.round(Number(form.elements.namedItem(name)?.value || 0) * 10000);
  form.querySelectorAll('[data-sum]').forEach(field => {
    const terms = field.dataset.sum.split(' ');
    if (terms.includes(changed)) {
      field.value = String(terms.reduce((sum, name) => sum + number(name), 0) / 10000);
      clearFault(field);
    }
  });
}

/** Turns `data-required-when="field=value"` (or `field=a|b`) into required, hides what stands with an empty field (`data-with`), marks labels. */
export function applyConditions(form) {
  const values = collect(form);
  form.querySelectorAll('[data-required-when]').forEach(field => {
    const [name, wanted = ''] = field.dataset.requiredWhen.split('=');
    field.required = [].concat(values[name.trim()] ?? '').some(value => wanted.trim().split('|').includes(value));
  });
  form.querySelectorAll('[data-with]').forEach(field => {
    field.closest('.form-group').hidden = !values[field.dataset.with];
  });
  for (const field of form.elements) {
    const label = labelOf(form, field);
    if (label && field.name && !field.closest('.wm-own')) {
      const group = [...form.elements].filter(other => other.name === field.name);
      label.classList.toggle('wm-required', group.some(other => other.required));
    }
  }
}

function labelOf(form, field) {
  const own = field.id && form.querySelector('label[for="' + CSS.escape(field.id) + '"]');
  return own || field.closest('.form-group')?.querySelector('label, legend') || null;
}

export function nameOf(form, fieldName) {
  const field = [...form.elements].find(element => element.name === fieldName);
  const label = field && labelOf(form, field);
  return label ? label.textContent.trim() : fieldName;
}

/** What a stored value looks like to a reader. */
export function readable(form, name, value) {
  const field = [...form.elements].find(element => element.name === name);
  const words = [].concat(value ?? '').filter(Boolean).map(one => {
    if (field?.dataset.type === 'boolean') {
      return say(one === 'true' ? 'yes' : 'no');
    }
    const options = field?.options ? [...field.options] : [...form.elements].filter(box => box.name === name && box.type !== 'text');
    const option = options.find(other => other.value === one);
    return (option?.closest('label') || option)?.textContent.trim() || one;
  });
  return words.join(chinese ? '、' : ', ') || say('empty');
}

function fault(form, field) {
  const label = nameOf(form, field.name);
  const validity = field.validity;
  if (validity.valueMissing) {
    return say(field.matches('select, [type=checkbox], [type=radio]') ? 'choose' : 'missing', label);
  }
  if (validity.rangeOverflow) {
    return field.dataset.max === 'today' ? say('future', label, field.max) : say('tooBig', label, field.max);
  }
  if (validity.rangeUnderflow) {
    return say('tooSmall', label, field.min);
  }
  if (validity.patternMismatch && field.title) {
    return say('format', label, field.title);
  }
  if (validity.tooLong || (field.maxLength > 0 && field.value.length > field.maxLength)) {
    return say('tooLong', label, field.maxLength);
  }
  return validity.valid ? null : say('wrong', label);
}

/** Faults of the whole form: name to sentence, in the order of the form; `evidenceOf(name)` gives the files. */
export function judge(form, evidenceOf) {
  const faults = new Map();
  for (const field of form.elements) {
    if (!field.name || field.closest('.wm-own') || faults.has(field.name)) {
      continue;
    }
    const missing = isEvidence(field) && field.required && evidenceOf(field.name).length === 0;
    const message = isEvidence(field) ? missing && say('attach', nameOf(form, field.name)) : fault(form, field);
    if (message) {
      faults.set(field.name, message);
    }
  }
  return faults;
}

export function clearFault(field) {
  const group = field.closest('.form-group');
  group?.classList.remove('wm-bad');
  group?.querySelectorAll('.wm-error').forEach(note => note.remove());
  field.removeAttribute('aria-invalid');
  field.removeAttribute('aria-describedby');
}

/** Shows the sentence under each field and returns the first faulty field. */
export function showFaults(form, faults) {
  [...form.elements].forEach(clearFault);
  let first = null;
  for (const [name, message] of faults) {
    const field = [...form.elements].find(element => element.name === name);
    if (field) {
      const group = field.closest('.form-group') || field.parentElement;
      const note = make('p', { className: 'wm-error', id: 'wm-error-' + name }, message);
      group.classList.add('wm-bad');
      group.append(note);
      field.setAttribute('aria-invalid', 'true');
      field.setAttribute('aria-describedby', note.id);
      first = first || field;
    }
  }
  return first;
}
