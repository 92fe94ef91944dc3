import type { ReactNode } from 'react';
import { useSendAction } from './act-context.ts';
import type { Button } from './slack-block.ts';
import { plainText } from './text-view.tsx';
import { useConfirmed } from './use-confirmed.tsx';
import { useOpenUrl } from './use-open-url.ts';
import { WatchHere } from './watch-here.tsx';

/** A Slack button. One with a link opens it in a new tab and is reported to the app like any other. */
export function ButtonView({ element }: { element: Button }): ReactNode {
  const send = useSendAction();
  const open = useOpenUrl();
  const label = plainText(element.text);
  const [ask, dialog] = useConfirmed(element.confirm, () => {
    if (element.url !== undefined) open(element.url);
    send(element.action_id ?? label, element.value);
  });
  const looks = {
    className: element.style ? `button is-${element.style}` : 'button',
    'aria-label': element.accessibility_label,
  };
  if (element.url === undefined) {
    return (
      <>
        <button type="button" {...looks} onClick={() => ask()}>
          {label}
        </button>
        {dialog}
      </>
    );
  }
  return (
    <>
      <LinkButton url={element.url} looks={looks} onPress={() => ask()}>
        {label}
      </LinkButton>
      {isVideo(element.url) && <WatchHere url={element.url} />}
      {dialog}
    </>
  );
}

/** To the eye and the screen reader a button as in Slack, yet a real link, so that its address can be copied. */
function LinkButton({
  url,
  looks,
  onPress,
  children,
}: {
  url: string;
  looks: { readonly className: string; readonly 'aria-label': string | undefined };
  onPress(): void;
  children: string;
}): ReactNode {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <button> has no address to copy
    <a
      {...looks}
      role="button"
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      onClick={(event) => {
        event.preventDefault();
        onPress();
      }}
      onKeyDown={(event) => {
        if (event.key !== ' ') return;
        event.preventDefault();
        onPress();
      }}
    >
      {children}
    </a>
  );
}

function isVideo(url: string): boolean {
  return URL.parse(url)?.pathname.endsWith('.mp4') ?? false;
}
