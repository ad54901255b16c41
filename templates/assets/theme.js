// Before the first paint: that scripts run, and the light or dark colours this reader chose.
document.documentElement.dataset.scripts = "on";
try {
  const theme = localStorage.getItem("quaestio-theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {}
