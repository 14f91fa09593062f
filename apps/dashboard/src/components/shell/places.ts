/** Every page of the navigation, with the letter that follows `g`. */
export const places = [
  { to: '/', name: 'Overview', icon: 'overview', key: 'o' },
  { to: '/products', name: 'Products', icon: 'products', key: 'p' },
  { to: '/accuracy', name: 'Accuracy', icon: 'accuracy', key: 'a' },
  { to: '/data-health', name: 'Data health', short: 'Data', icon: 'health', key: 'd' },
  { to: '/imports', name: 'Imports', icon: 'imports', key: 'i' },
  { to: '/runs', name: 'Runs', icon: 'runs', key: 'r' },
  { to: '/settings', name: 'Settings', icon: 'settings', key: 's' },
] as const;
