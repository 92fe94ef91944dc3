/** One of our own words as a message can select by it: ICU takes no hyphens there. Source: ICU, "identifier". */
export function selector(word: string): string {
  return word.replaceAll('-', '_');
}
