import type { ReactNode } from 'react';
import { Popover } from '../popover.tsx';
import { useSendAction } from './act-context.ts';
import type { Overflow } from './slack-block.ts';
import { plainText } from './text-view.tsx';
import { useConfirmed } from './use-confirmed.tsx';
import { useOpenUrl } from './use-open-url.ts';

/** The "⋯" button with further choices. */
export function OverflowView({ element }: { element: Overflow }): ReactNode {
  const send = useSendAction();
  const open = useOpenUrl();
  const [ask, dialog] = useConfirmed(element.confirm, (value) => {
    const url = element.options.find((option) => option.value === value)?.url;
    if (url !== undefined) open(url);
    send(element.action_id ?? 'overflow', value);
  });
  return (
    <>
      <Popover label="More actions" face="⋯" className="button">
        {(close) => (
          <ul className="menu">
            {element.options.map((option) => (
              <OptionRow
                key={option.value}
                option={option}
                onChoose={() => {
                  close();
                  ask(option.value);
                }}
              />
            ))}
          </ul>
        )}
      </Popover>
      {dialog}
    </>
  );
}

function OptionRow({
  option,
  onChoose,
}: {
  option: Overflow['options'][number];
  onChoose(): void;
}): ReactNode {
  return (
    <li>
      <button type="button" onClick={onChoose}>
        {plainText(option.text)}
        {option.description && <small>{plainText(option.description)}</small>}
      </button>
    </li>
  );
}
