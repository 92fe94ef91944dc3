const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** `<@U1|ada>`, `<#C1|general>`, `<https://a.example|a.example>`, `<mailto:ada@a.example|ada@a.example>`. */
const REFERENCE = /<([@#]|(?=(?:https?|mailto|tel):))([^<>|]*)(?:\|([^<>]*))?>/gi;

/**
 * A command's text as the person typed it: Slack's three escapes undone, mentions and links replaced by their label
 * (`@ada`, `#general`), or by the id or address where Slack sent no label.
 */
export function unescapeSlack(text: string): string {
  // References first: an escaped `&lt;@U1&gt;` is text somebody typed.
  return text
    .replace(REFERENCE, (_, sign: string, target: string, label?: string) => sign + (label || target))
    .replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity);
}
