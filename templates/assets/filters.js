// The filters of the search page. The functions take its <quaestio-search>, `search`, and what makes an element there.

const mostValues = 20;

/// Counts what the open filters would leave of the results that are shown; their files are read only then. Values of
/// a kind add to each other, so those are counted without what is chosen of it; tags narrow. For the same words the
/// values stay where they are.
export async function count(search, element) {
  if (!search.filters.open || !search.index) return;
  const { index, counted } = search;
  search.counted = search.field.value;
  for (const set of search.sets) {
    const found = await index.facets(set.name === "tag" ? "" : search.chosen(set));
    if (!found) return;
    const values = found.filter(([key]) => key === set.name).map(([, ...value]) => value);
    values.sort((one, other) => other[1] - one[1]);
    const boxes = [...set.querySelectorAll("input")];
    const counts = new Map(values);
    if (counted === search.counted) {
      for (const box of boxes) box.parentNode.lastChild.textContent = counts.get(box.value) || 0;
    } else {
      const chosen = boxes.filter((box) => box.checked).map((box) => box.value);
      fill(search, set, element, chosen, values);
    }
  }
}

/// The filters with the values that an address asks for.
export function ask(search, element, asked) {
  for (const set of search.sets) fill(search, set, element, asked.getAll(set.name));
}

/// The values of a filter, those that are chosen in any case.
function fill(search, set, element, chosen, counts = []) {
  const values = new Map(counts.slice(0, mostValues));
  for (const value of chosen) if (!values.has(value)) values.set(value, "");
  const toggles = Array.from(values, ([value, count]) => {
    const box = element("input");
    Object.assign(box, { type: "checkbox", name: set.name, value, checked: chosen.includes(value) });
    return element("label", box, set.name === "kind" ? search.word(value) : value, " ", element("span", count));
  });
  set.replaceChildren(set.firstElementChild, ...toggles);
  set.hidden = !toggles.length;
}
