import { createContext } from 'react';

/** Which heading a header block is: below the name of a channel and of a dialog stand others, below App Home's tab none. */
export const HeadingLevel = createContext<2 | 3>(3);
