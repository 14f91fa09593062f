/** Given names that are common in the countries whose tills we read: enough that a column of customers shows, never all. */
const GIVEN_NAMES = new Set(
  `james john robert michael william david richard joseph thomas charles mary patricia jennifer linda elizabeth barbara susan
  jessica sarah karen lisa nancy emma olivia sophia isabella charlotte amelia emily oliver jack harry george noah liam ethan
  daniel matthew andrew paul mark steven kevin brian anna maria peter hans klaus jürgen wolfgang stefan andreas markus
  christian sebastian tobias lukas leon jonas felix maximilian ursula monika petra sabine claudia katharina julia lena
  hannah lea sophie marie jean pierre michel philippe alain nicolas julien antoine camille chloé manon léa isabelle
  nathalie sylvie catherine giuseppe giovanni antonio marco luca francesco alessandro giulia francesca chiara sara elena
  josé carlos juan luis manuel javier miguel alejandro pedro carmen ana laura marta lucía sofía joão pedro tiago inês
  jan piet kees willem johan daan sem sanne anouk lotte lars erik nils björn anders karin ingrid astrid freja mikael
  piotr krzysztof tomasz paweł agnieszka katarzyna małgorzata ivan dmitri sergei olga natalia mehmet mustafa ahmet ayşe fatma
  mohammed ahmed ali omar fatima aisha wei li ming yuki hiroshi kenji priya raj amit anita siobhán aoife niamh seán`.split(
    /\s+/,
  ),
);

/** Two to four words, each with a capital, perhaps `Müller, Anna` or `Anna M.`. */
const WORDS =
  /^\p{Lu}[\p{L}'’.-]*,?(?: (?:(?:van|von|de|der|den|di|da|la|bin|al|ter) ){0,2}\p{Lu}[\p{L}'’.-]*){1,3}$/u;

/** Whether `text` reads like somebody's name. A single cell proves nothing: a product may be called Jack Daniel. */
export function soundsLikePerson(text: string): boolean {
  if (text.length > 60 || !WORDS.test(text)) return false;
  return text
    .toLowerCase()
    .split(/[ ,-]+/)
    .some((word) => GIVEN_NAMES.has(word));
}

/** A street and a number, as they are written in English, German, French, Spanish, Italian, Portuguese, Dutch and Polish. */
const ADDRESS =
  /\b\d{1,5}[a-z]?,? (?:[\p{L}'.-]+ ){1,3}(?:street|st\.?|road|rd\.?|avenue|ave\.?|lane|ln\.?|drive|dr\.?|court|terrace|boulevard|blvd\.?|way|close|crescent)\b|\p{L}+(?:straße|strasse|str\.|gasse|weg|platz|allee|straat|laan|plein) \d{1,4}\s?[a-z]?\b|\b\d{1,4},? (?:bis )?(?:rue|avenue|boulevard|place|chemin|impasse|quai) |\b(?:calle|avenida|plaza|paseo|via|viale|piazza|corso|rua|praça|ulica|ul\.) [\p{L}'. ]{2,40},? \d{1,4}\b/iu;

export const soundsLikeAddress = (text: string): boolean =>
  text.length >= 8 && text.length <= 200 && ADDRESS.test(text);
