/** The candidate a person who typed `text` most likely meant, or undefined where none is close. */
export function nearest(text: string, candidates: readonly string[]): string | undefined {
  const typed = text.toLowerCase();
  let best: string | undefined;
  // A third of the letters wrong is still a slip; more is another word.
  let bestDistance = Math.max(1, Math.floor(typed.length / 3)) + 0.5;
  let bestEdits = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const word = candidate.toLowerCase();
    // `sales` for `sales_units`: one holds the other, which no count of letters sees.
    const contained =
      Math.min(word.length, typed.length) >= 3 && (word.includes(typed) || typed.includes(word));
    const edits = editDistance(typed, word);
    const distance = contained ? Math.min(1, edits) : edits;
    // Of two that are as near, the one with fewer letters to change: holt-winter is rather holt-winters than holt.
    if (distance < bestDistance || (distance === bestDistance && edits < bestEdits)) {
      best = candidate;
      bestDistance = distance;
      bestEdits = edits;
    }
  }
  return best;
}

/** Letters inserted, deleted, replaced, or swapped with their neighbour (Damerau 1964, optimal string alignment). */
function editDistance(a: string, b: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const kept = Math.min(replaced, previous[j] + 1, current[j - 1] + 1);
      current.push(swapped ? Math.min(kept, beforePrevious[j - 2] + 1) : kept);
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length];
}
