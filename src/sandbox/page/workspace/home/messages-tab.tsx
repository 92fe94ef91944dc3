import type { ReactNode } from 'react';

/** What the app and this person write to each other, beside the Home tab. */
export function MessagesTab({ children }: { children: ReactNode }): ReactNode {
  return (
    <div className="app-messages" role="tabpanel" id="panel-messages" aria-labelledby="tab-messages">
      {children}
    </div>
  );
}
