import { say } from './words/say.ts';

document.title = say('loading');
