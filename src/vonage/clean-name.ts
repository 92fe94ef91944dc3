const NAME_MAX = 200;

/** A participant's name as a database and a message can take it. */
export function cleanName(name: string): string {
  return name
    .replace(/\p{Cc}/gu, '')
    .slice(0, NAME_MAX)
    .toWellFormed();
}
