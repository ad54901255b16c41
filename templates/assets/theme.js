// Before the first paint: that scripts run, and the light or dark colours this reader chose. Browsers run no modules, and
// so none of the other scripts, on pages from a file.
if (location.protocol !== "file:") document.documentElement.dataset.scripts = "on";
try {
  const theme = localStorage.getItem("quaestio-theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {}
