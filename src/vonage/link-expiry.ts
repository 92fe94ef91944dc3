/**
 * When a pre-signed link stops working, in epoch milliseconds, from its own query; null when that does not tell.
 * Signature version 2 names the moment (`Expires`, as recorded from the live service), version 4 a start and a length.
 * Source: Amazon S3, "Authenticating requests: using query parameters".
 */
export function linkExpiry(link: string): number | null {
  const query = new URLSearchParams(link.split('?')[1]);
  const expires = query.get('Expires') ?? '';
  if (/^\d{1,10}$/.test(expires)) return Number(expires) * 1000;

  const signedAt = readAmazonTime(query.get('X-Amz-Date') ?? '');
  const lasts = query.get('X-Amz-Expires') ?? '';
  return /^\d{1,7}$/.test(lasts) && !Number.isNaN(signedAt) ? signedAt + Number(lasts) * 1000 : null;
}

/** `20230125T225032Z`. NaN when it is not one. */
function readAmazonTime(text: string): number {
  const parts = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/;
  return Date.parse(text.replace(parts, '$1-$2-$3T$4:$5:$6Z'));
}
