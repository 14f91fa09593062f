// Runs before the first paint: puts the theme that was chosen here last time on <html>.
try {
  const theme = localStorage.getItem('shelfcast-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be forbidden; the system's preference then decides.
}
