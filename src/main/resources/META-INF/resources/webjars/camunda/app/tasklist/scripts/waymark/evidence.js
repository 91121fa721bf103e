// Files of a step: sent as soon as they are chosen, listed under their field, removable until the step is submitted.

import { chinese, make, say } from './words.js';
import { call, headers, Refusal, root, stepPath } from './server.js';
import { clearFault, evidenceInputs } from './fields.js';

const LIMIT = 20 * 1024 * 1024;
const megabytes = bytes => (bytes / 1024 / 1024).toFixed(1);
const size = bytes => (bytes < 1024 * 1024 ? Math.max(1, Math.round(bytes / 1024)) + ' KB' : megabytes(bytes) + ' MB');

const tokens = input => (input.accept || '').split(',').map(token => token.trim().toLowerCase()).filter(Boolean);
const kind = token => (token === 'image/*' ? say('pictures') : token.replace(/^.*[/.]/, '').toUpperCase());
const kinds = input => tokens(input).map(kind).join(chinese ? '、' : ', ');

/** Whether the field takes such a file: by its type, or by the end of its name. */
function takes(input, { type, name }) {
  return !tokens(input).length || tokens(input).some(token =>
    token.startsWith('.') ? name.toLowerCase().endsWith(token)
      : token.endsWith('/*') ? type.startsWith(token.slice(0, -1)) : type === token);
}

export function evidence(form, taskId) {
  const files = {};
  let running = 0;
  let locked = true;
  const lists = new Map();

  for (const input of evidenceInputs(form)) {
    const list = make('ul', { className: 'wm-files' });
    const note = make('p', { className: 'wm-note wm-fault', role: 'alert' });
    const pick = make('button', { type: 'button', className: 'btn btn-default wm-pick' }, say('pick'));
    pick.addEventListener('click', () => input.click());
    input.classList.add('wm-file-input');
    input.tabIndex = -1;
    input.addEventListener('focus', () => pick.focus());
    const hint = make('span', { className: 'wm-hint', id: 'wm-hint-' + input.name }, input.accept ? say('limitOf', kinds(input)) : say('limit'));
    pick.setAttribute('aria-describedby', hint.id);
    input.after(pick, hint, note, list);
    input.addEventListener('change', () => {
      clearFault(input);
      note.textContent = '';
      const chosen = [...input.files];
      input.value = '';
      chosen.forEach(file => add(input, file, note));
    });
    lists.set(input.name, { input, list, note, pick });
  }

  async function add(input, file, note) {
    if (!takes(input, file)) {
      note.append(make('span', {}, say('wrongKind', file.name, kinds(input))), make('br'));
      return;
    }
    if (file.size > LIMIT) {
      note.append(make('span', {}, say('tooLarge', file.name, megabytes(file.size))), make('br'));
      return;
    }
    const bar = make('progress', { max: 100, value: 0 });
    const state = make('span', { className: 'wm-hint' }, say('uploading', 0));
    const row = make('li', {}, make('span', { className: 'wm-file-name' }, file.name), bar, state);
    lists.get(input.name).list.append(row);
    running++;
    try {
      const stored = await upload(input.name, file, percent => {
        bar.value = percent;
        state.textContent = say('uploading', percent);
      });
      files[input.name] = [...(files[input.name] || []), stored];
      draw(input.name, row);
    } catch (error) {
      row.remove();
      note.append(make('span', {}, say('notUploaded', file.name, error.message)), make('br'));
    } finally {
      running--;
    }
  }

  // XMLHttpRequest, because fetch does not tell how far an upload has come
  function upload(field, file, progress) {
    return headers().then(token => new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('POST', root + stepPath(taskId, '/evidence'));
      Object.entries(token).forEach(([name, value]) => request.setRequestHeader(name, value));
      request.upload.onprogress = event => progress(Math.floor((event.loaded / event.total) * 100));
      request.onerror = () => reject(new Refusal(0));
      request.onload = () => {
        try {
          const body = request.responseText ? JSON.parse(request.responseText) : {};
          request.status < 300 ? resolve(body) : reject(new Refusal(request.status, body));
        } catch (error) {
          reject(new Refusal(request.status < 300 ? 401 : request.status));
        }
      };
      const body = new FormData();
      body.append('field', field);
      body.append('file', file);
      request.send(body);
    }));
  }

  async function remove(name, stored, row) {
    const { note, pick } = lists.get(name);
    try {
      await call('DELETE', stepPath(taskId, '/evidence/' + encodeURIComponent(stored.id)));
      files[name] = files[name].filter(other => other.id !== stored.id);
      row.remove();
      pick.focus();
    } catch (error) {
      note.textContent = say('notRemoved', stored.name, error.message);
    }
  }

  /** The list anew, but rows of files still on their way stay. */
  function draw(name, finished) {
    const { list } = lists.get(name);
    finished?.remove();
    list.querySelectorAll('li[data-id]').forEach(row => row.remove());
    const rows = (files[name] || []).map(stored => {
      // download: Tasklist's sandbox is inherited by new windows and keeps the browser's PDF viewer from working
      const link = make('a', { href: stored.url, download: stored.name, className: 'wm-file-name' }, stored.name);
      const row = make('li', { 'data-id': stored.id }, link, make('span', { className: 'wm-hint' }, size(stored.size)));
      if (!locked) {
        const button = make('button', { type: 'button', className: 'btn-link wm-remove' }, say('remove'));
        button.setAttribute('aria-label', say('removeFile', stored.name));
        button.addEventListener('click', () => remove(name, stored, row));
        row.append(button);
      }
      return row;
    });
    list.prepend(...rows);
  }

  return {
    of: name => files[name] || [],
    busy: () => running > 0,
    show(stored, readOnly) {
      locked = readOnly;
      for (const [name, { pick }] of lists) {
        files[name] = stored[name] || [];
        pick.disabled = readOnly;
        draw(name);
      }
    }
  };
}
