import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { takeDoorKey } from './door-key.ts';
import { language } from './words/say.ts';
import '../../pages/styles/page.css';
import '../../pages/styles/buttons.css';
import '../../pages/styles/lobby.css';
import './styles/controls.css';
import './styles/lobby.css';
import './styles/meeting.css';
import './styles/tile.css';
import './styles/people.css';

const root = document.getElementById('root');
if (!root) throw new Error('room.html has no #root');
document.documentElement.lang = language;

// A page shown again from the browser's memory has left the room long ago.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});

createRoot(root).render(<App doorKey={takeDoorKey(location, history)} />);
