const HIDDEN = '•••';

/** Members whose value is a secret whatever it looks like. `room_token` is the guests' code and stands in every guest link. */
const SECRET_MEMBER =
  /^(?!room_token$)(?:.*_)?(?:token|secret|password|private_key|authorization|cookie|signature)$/i;

/** Each pattern's first group stays, what follows it is hidden. */
const SECRET_PARTS: readonly RegExp[] = [
  // https://…?Signature=…&participant_token=…, also where `&` is written `&amp;`
  /([?&;](?!room_token=)[\w.-]*(?:token|signature|credential|secret|accesskeyid|password)=)[^&;#\s"'<>|)\]]+/gi,
  // https://…/callbacks/meetings/<token>
  /(\/callbacks\/(?:meetings|video)\/)[^/?#\s"'<>|)\]]+/gi,
  // https://…/h/<code><secret>: the code stays, it is in the guests' link too
  /(\/h\/[\w-]{22})[\w-]+/g,
  // response_url: https://…/commands/T…/<id>/<secret>
  /(\/(?:commands|actions|services|workflows)\/T\w+\/\w+\/)[^?#\s"'<>|)\]]+/g,
  /(\bBearer\s+)[\w.~+/=-]+/gi,
  /(\bxox[a-z]-)[\w-]+/g,
  // A JSON Web Token wherever it stands
  /(\b)eyJ[\w-]*\.[\w-]+\.[\w-]*/g,
];

/**
 * A deep copy in which nothing secret is left: tokens, signatures, the secret tails of callback and response URLs,
 * host links' tokens, what makes a pre-signed link work. Everything else stays as it is.
 */
export function mask(value: unknown): unknown {
  if (typeof value === 'string') return maskText(value);
  if (Array.isArray(value)) return value.map(mask);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([member, inner]) => [
      member,
      typeof inner === 'string' && inner !== '' && SECRET_MEMBER.test(member) ? HIDDEN : mask(inner),
    ]),
  );
}

function maskText(text: string): string {
  return SECRET_PARTS.reduce((masked, pattern) => masked.replace(pattern, `$1${HIDDEN}`), text);
}
