/** Some columns of `count` rows, side by side. */
export function columnsOf(
  rows: Float64Array,
  count: number,
  width: number,
  places: Int32Array,
): Float64Array {
  const picked = new Float64Array(count * places.length);
  for (let t = 0, at = 0; t < count; t++)
    for (let j = 0; j < places.length; j++) picked[at++] = rows[t * width + places[j]];
  return picked;
}
