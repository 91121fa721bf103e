// English only: the engine ships no Chinese for this application, and officials do not use it.
export default {
  app: { name: 'Admin', vendor: 'Waymark' },
  locales: { availableLocales: ['en'], fallbackLocale: 'en' },
  disableWelcomeMessage: true
};
