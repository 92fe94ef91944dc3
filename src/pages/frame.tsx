import { type ReactNode, useEffect, useRef } from 'react';

/** The bar with the room's title, and what the page shows below. With `isNews`, the title is read out at once. */
export function Frame({
  title,
  isNews = false,
  aside,
  children,
}: {
  readonly title: string;
  readonly isNews?: boolean;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Roomtone`;
    if (isNews) heading.current?.focus();
  }, [title, isNews]);
  return (
    <div className="frame">
      <header className="bar">
        <svg className="brand" viewBox="0 0 32 32" aria-hidden="true">
          <rect width="32" height="32" rx="8" />
          <path d="M8 13v6M12 9v14M16 12v8M20 7v18M24 13v6" />
        </svg>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {aside}
      </header>
      {children}
    </div>
  );
}
