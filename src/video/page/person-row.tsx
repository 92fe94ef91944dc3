import { nameOf } from './name-of.ts';
import type { Participant } from './video-client.ts';
import { say } from './words/say.ts';

/** Somebody in the list, and for the host what can be done about them. */
export function PersonRow({
  person,
  isHeard,
  canManage,
  onMute,
  onRemove,
}: {
  readonly person: Participant;
  readonly isHeard: boolean;
  readonly canManage: boolean;
  onMute(): void;
  onRemove(): void;
}) {
  const { name } = person;
  return (
    <li>
      <span className="person">
        {nameOf(person)}
        {person.isHost && <span className="badge">{say('person.host')}</span>}
        {!isHeard && <span className="muted">{say('person.muted')}</span>}
      </span>
      {canManage && !person.isSelf && (
        <span className="manage">
          {isHeard && (
            <button type="button" aria-label={say('person.mute-name', { name })} onClick={onMute}>
              {say('person.mute')}
            </button>
          )}
          <button type="button" aria-label={say('person.remove-name', { name })} onClick={onRemove}>
            {say('person.remove')}
          </button>
        </span>
      )}
    </li>
  );
}
