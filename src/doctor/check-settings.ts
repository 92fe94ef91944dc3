import { type Config, loadConfig } from '../config.ts';
import { ConfigError } from '../errors.ts';
import { type Finding, findingsOf } from './finding.ts';

const settings = findingsOf('settings');

export interface CheckedSettings {
  /** Undefined: the app could not even start with them. */
  readonly config?: Config;
  readonly findings: readonly Finding[];
}

/** What a start would say about them. */
export function checkSettings(env: Readonly<Record<string, string | undefined>>): CheckedSettings {
  try {
    const config = loadConfig(env);
    const warnings = config.warnings.map((says) => settings.warning(says, 'Correct it, or take it out.'));
    return { config, findings: warnings.length > 0 ? warnings : [settings.ok('complete and usable')] };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const fix = 'Set it in the environment, as README.md says under “Settings”.';
    return { findings: error.problems.map((problem) => settings.failure(problem, fix)) };
  }
}
