// Entry of our Tasklist scripts. Tasklist does not start at all if this module fails to load, so it imports nothing
// statically: the parts come by import(), and a part that fails leaves a sentence instead of an empty page.

const parts = { form: import('./waymark/form.js'), plugins: import('./waymark/plugins.js') };
for (const name of Object.keys(parts)) {
  parts[name].catch(error => console.error('Waymark: the part ' + name + ' did not load', error));
}

// Tasklist keeps quiet about errors that say so: we have told the user ourselves.
const PREVENTED = 'camForm submission prevented';

/**
 * Stands between Tasklist's submit button and the engine from the first moment, even before the form's part has
 * loaded: no task completes unless its entry has been saved. Until `done` is called the button stays disabled, which
 * also keeps a double click from submitting twice; so the save can be asynchronous.
 */
function guard(camForm, $scope) {
  const gate = { save: null, done: () => {} };
  const complete = camForm.submit;
  let saved = false;
  camForm.on('submit', () => {
    camForm.submitPrevented = !saved;
  });
  camForm.submit = async done => {
    const finish = (error, result) => {
      saved = false;
      $scope.$applyAsync(() => done && done(error, result));
    };
    try {
      saved = gate.save !== null && (await gate.save());
    } catch (error) {
      console.error('Waymark: the entry was not saved', error);
      saved = false;
    }
    if (!saved) {
      finish(new Error(PREVENTED));
      return;
    }
    camForm.variableManager.variables = {}; // the server takes decisions from the entry, never from the browser
    complete.call(camForm, (error, result) => {
      finish(error, result);
      if (!error) {
        gate.done();
      }
    });
  };
  return gate;
}

function tellFailure(camForm, error) {
  console.error('Waymark: the form did not open', error);
  const notice = document.createElement('p');
  notice.className = 'wm-alert';
  notice.setAttribute('role', 'alert');
  notice.textContent = document.documentElement.lang.startsWith('zh')
    ? '表单未能打开，请刷新页面后再试。'
    : 'The form could not be opened. Please reload the page and try again.';
  camForm.formElement[0].prepend(notice);
}

window.Waymark = {
  /** Called by every embedded form's script. */
  form(camForm, $scope) {
    try {
      const gate = guard(camForm, $scope);
      parts.form.then(part => part.open(camForm, $scope, gate)).catch(error => tellFailure(camForm, error));
    } catch (error) {
      tellFailure(camForm, error);
    }
  }
};

const plugin = (pluginPoint, id, priority, properties = {}) => ({
  id,
  pluginPoint,
  priority,
  properties,
  render: (node, { taskId } = {}) => {
    parts.plugins.then(part => part.render(id, node, taskId)).catch(() => {});
  },
  unmount: () => {}
});

// "in 3 days" is wrong for a day that ends at 24:00, and not enough: the day itself and whole days take its place
// (user-styles.css shows data-due instead of the text).
function dueDates() {
  return {
    link: (scope, element, attributes) => {
      if (element[0].closest('.due-date')) {
        scope.$watch(attributes.amTimeAgo, moment => {
          parts.plugins.then(part => part.due(element[0], moment)).catch(() => {});
        });
      }
    }
  };
}

// On a phone either the list or the open task is shown; user-styles.css goes by this class.
function watchOpenTask($rootScope, $location) {
  $rootScope.$on('$locationChangeSuccess', () => {
    const open = Boolean($location.search().task);
    if (open !== document.body.classList.contains('wm-task-open')) {
      document.body.classList.toggle('wm-task-open', open);
      document.querySelector('.page-wrap')?.scrollTo(0, 0); // both lie in it, and one's place is not the other's
    }
  });
}

// What is due first stands first, unless the user has chosen otherwise (Tasklist itself puts the newest first).
const BY_DUE_DATE = JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]);
function sortByDueDate($location) {
  if (!$location.search().sorting && !$location.path().startsWith('/login')) {
    $location.search('sorting', BY_DUE_DATE).replace();
  }
}

// Its diagram cannot be read at its size and speaks Chinese only: ours takes its place. Steps have no description.
const NOT_SHOWN = ['task-detail-diagram', 'task-detail-description'];
function chooseTabs($provide) {
  $provide.decorator('Views', ['$delegate', views => {
    const all = views.getProviders;
    views.getProviders = options => all.call(views, options).filter(view => !NOT_SHOWN.includes(view.id));
    return views;
  }]);
}

// What comes next is said by news.js; Tasklist says it again, in one language, over the rows of a phone.
const noNotice = () => () => {};

try {
  parts.plugins.then(part => part.start()).catch(() => {});
  const tasklist = window.angular.module('cam.tasklist');
  tasklist.directive('amTimeAgo', dueDates);
  tasklist.factory('assignNotification', noNotice);
  tasklist.config(['$provide', chooseTabs]);
  tasklist.run(['$rootScope', '$location', watchOpenTask]);
  tasklist.run(['$location', sortByDueDate]);
} catch (error) {
  console.error('Waymark: the plugins did not start', error);
}

export default [
  plugin('tasklist.navbar.action', 'waymark-clock', 900),
  plugin('tasklist.navbar.action', 'waymark-board', 1000),
  plugin('tasklist.task.action', 'waymark-list', 1000),
  plugin('tasklist.navbar.action', 'waymark-out', 0),
  plugin('tasklist.task.detail', 'waymark-diagram', 600, { label: 'DIAGRAM' }),
  plugin('tasklist.card', 'waymark-about', 1000)
];
