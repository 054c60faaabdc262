// What an inspector has filled in on site and the host does not have yet: kept in this browser by person and visit, so that nobody else
// who signs in on the same phone is shown it. It may hold personal data: it goes as soon as the host has it, or with the sign-out.

const PREFIX = 'ri/draft/';
const prefixOf = (person) => `${PREFIX}${encodeURIComponent(person)}/`;
const nameOf = (person, visit) => prefixOf(person) + encodeURIComponent(visit);

/**
 * Keeps a draft: { saved: ISO moment, entries: how many results had been entered when the form was opened, values: { field: text } }.
 * Only the fields that the person changed are in it, so that filling it in again touches nothing of anybody else's.
 */
export function keep(storage, person, visit, { saved, entries, values }) {
  storage.setItem(nameOf(person, visit), JSON.stringify({ saved, entries, values }));
}

/** The draft of a person and a visit; null if there is none that reads. */
export function kept(storage, person, visit) {
  try {
    const draft = JSON.parse(storage.getItem(nameOf(person, visit)));
    const reads = typeof draft?.saved === 'string' && !Number.isNaN(Date.parse(draft.saved)) && Number.isInteger(draft.entries)
      && typeof draft.values === 'object' && draft.values !== null && Object.values(draft.values).every((value) => typeof value === 'string');
    return reads ? draft : null;
  } catch {
    return null;
  }
}

/** Removes the draft of a person and a visit. */
export function drop(storage, person, visit) {
  storage.removeItem(nameOf(person, visit));
}

/** The names under which drafts of a person are kept. */
export function namesOf(storage, person) {
  return Array.from({ length: storage.length }, (_, i) => storage.key(i)).filter((name) => name.startsWith(prefixOf(person)));
}

/** Removes every draft of a person, and of nobody else. */
export function dropAll(storage, person) {
  for (const name of namesOf(storage, person)) storage.removeItem(name);
}

/** The fields of a draft that are not what the page shows; blanks around a text do not count, as the host cuts them off. */
export function differing(values, shown) {
  return Object.keys(values).filter((name) => values[name].trim() !== (shown[name] ?? '').trim());
}

/**
 * What is to be done with a draft on a page that shows the fields `shown` over `entries` results:
 * 'none', 'accepted' (the host has it), 'offer', 'conflict' (offer it, and say that results were entered since),
 * 'refused' (the page shows what was sent: the draft stays), 'closed' (there is no form any more).
 */
export function judge(draft, shown, entries, isRefused = false) {
  if (draft === null) return 'none';
  if (shown === null) return 'closed';
  if (isRefused) return 'refused';
  if (differing(draft.values, shown).length === 0) return 'accepted';
  return entries === draft.entries ? 'offer' : 'conflict';
}
