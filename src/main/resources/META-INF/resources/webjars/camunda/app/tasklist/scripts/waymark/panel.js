// What the panels for returning and waiting have in common: a field, and the sentence about it beside it.

import { make } from './words.js';

/** A label, its field, and a place for what is wrong with it. */
export function field(label, input, required, ...more) {
  const note = make('p', { className: 'wm-error', id: input.id + '-error', role: 'alert' });
  input.addEventListener('input', () => {
    note.textContent = '';
    input.removeAttribute('aria-invalid');
    input.removeAttribute('aria-describedby');
  });
  input.required = required;
  return {
    input,
    parts: [make('label', { htmlFor: input.id, className: required ? 'wm-required' : '' }, label), input, ...more, note],
    blame(sentence) {
      note.textContent = sentence;
      input.setAttribute('aria-invalid', 'true');
      input.setAttribute('aria-describedby', note.id);
      input.scrollIntoView({ block: 'center' });
      input.focus();
    }
  };
}
