import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/**
 * A problem with a request's body or query in the words of the Joi library: the one validation text known from the real
 * service (`"update_details" must have at least 1 key`) is Joi's. The issue must carry its input (`reportInput`).
 */
export function joiText(issue: Issue): string {
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]] : issue.path;
  return `"${path.join('.') || 'value'}" ${problem(issue)}`;
}

function problem(issue: Issue): string {
  if (issue.code === 'unrecognized_keys') return 'is not allowed';
  if (issue.input === undefined) return 'is required';
  switch (issue.code) {
    case 'invalid_type':
      return expectedType(issue.expected);
    case 'invalid_value':
      return `must be one of [${issue.values.join(', ')}]`;
    case 'too_small':
      return issue.origin === 'string'
        ? 'is not allowed to be empty'
        : `must be greater than or equal to ${issue.minimum}`;
    case 'too_big':
      return `length must be less than or equal to ${issue.maximum} characters long`;
    case 'invalid_format':
      return issue.format === 'uuid'
        ? 'must be a valid GUID'
        : `with value "${issue.input}" fails to match the required pattern: ${issue.pattern}`;
    default:
      return issue.message;
  }
}

function expectedType(expected: string): string {
  if (expected === 'object') return 'must be of type object';
  return expected === 'int' ? 'must be an integer' : `must be a ${expected}`;
}
