import { Icon, type IconName } from './icon.tsx';

interface ControlButtonProps {
  readonly icon: IconName;
  readonly label: string;
  /** The device is off, which should be seen at once. */
  readonly isOff?: boolean;
  readonly isDanger?: boolean;
  readonly isBusy?: boolean;
  /** Of a button that opens and closes something. */
  readonly isOpen?: boolean;
  onClick(): void;
}

/** One of the buttons below the pictures. While it is busy it keeps the focus. */
export function ControlButton({ icon, label, isOff, isDanger, isBusy, isOpen, onClick }: ControlButtonProps) {
  return (
    <button
      type="button"
      className={isDanger ? 'control danger' : 'control'}
      data-off={isOff}
      aria-disabled={isBusy}
      aria-expanded={isOpen}
      onClick={() => {
        if (!isBusy) onClick();
      }}
    >
      <Icon name={icon} />
      <span>{label}</span>
    </button>
  );
}
