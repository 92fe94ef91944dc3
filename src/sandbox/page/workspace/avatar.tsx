import type { ReactNode } from 'react';
import type { ViewUser } from '../../protocol.ts';
import { SLACKBOT } from './slackbot.ts';

/** A drawn picture: a person before their colour, the app's camera, or Slackbot. */
export function Avatar({ user, size }: { user: ViewUser; size: number }): ReactNode {
  return (
    <svg className="avatar" viewBox="0 0 36 36" width={size} height={size} aria-hidden="true">
      <rect width="36" height="36" fill={user.color} />
      <Drawing user={user} />
    </svg>
  );
}

function Drawing({ user: { id, role } }: { user: ViewUser }): ReactNode {
  if (id === SLACKBOT) return <Robot />;
  return role === 'app' ? <Camera /> : <Person hair={id.charCodeAt(id.length - 1) % HAIR.length} />;
}

const HAIR = [
  'M9 16c0-7 4-10 9-10s9 3 9 10c-3-1-4-4-5-5-3 2-9 2-11 1-1 1-1 3-2 4z',
  'M8 23c0-12 2-17 10-17s10 5 10 17c-2 0-3-2-3-4V14c-5 0-8-2-9-4-1 2-3 4-5 5v4c0 2-1 4-3 4z',
  'M10 13c0-5 3-7 8-7s8 2 8 7c-2-2-5-3-8-3s-6 1-8 3z',
  'M8 15c-1-6 4-10 10-10 5 0 11 4 10 10 1 3 0 5-1 5 0-6-4-9-9-9s-9 3-9 9c-1 0-2-2-1-5z',
];

function Person({ hair }: { hair: number }): ReactNode {
  return (
    <>
      <path d="M5 38c0-8 5-12 13-12s13 4 13 12z" fill="#fff" fillOpacity="0.92" />
      <circle cx="18" cy="17" r="8" fill="#f6d7c0" />
      <path d={HAIR[hair]} fill="#2b1d26" />
      <circle cx="15" cy="17.5" r="1" fill="#2b1d26" />
      <circle cx="21" cy="17.5" r="1" fill="#2b1d26" />
      <path d="M15.5 21q2.5 2 5 0" fill="none" stroke="#2b1d26" strokeWidth="1" strokeLinecap="round" />
    </>
  );
}

function Robot(): ReactNode {
  return (
    <>
      <rect x="8" y="12" width="20" height="15" rx="5" fill="#fff" />
      <path d="M18 12V8" stroke="#fff" strokeWidth="2" strokeLinecap="round" />
      <circle cx="18" cy="7" r="2" fill="#fff" />
      <circle cx="14" cy="19" r="2" fill="#4a4a4a" />
      <circle cx="22" cy="19" r="2" fill="#4a4a4a" />
    </>
  );
}

function Camera(): ReactNode {
  return (
    <>
      <rect x="6" y="11" width="16" height="14" rx="4" fill="#fff" />
      <path d="M23.5 16l6-3.5v11l-6-3.5z" fill="#fff" />
      <circle cx="14" cy="18" r="4" fill="#e8384f" />
    </>
  );
}
