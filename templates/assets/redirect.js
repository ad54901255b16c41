// Sends readers on from a former address, to the place on the page they came for.
const { url } = document.currentScript.dataset;
location.replace(url + location.search + location.hash);
