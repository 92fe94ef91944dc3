import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { readDoorKey } from './door-key.ts';
import { createTicker } from './ticker.ts';
import '../../../pages/styles/page.css';
import '../../../pages/styles/buttons.css';
import '../../../pages/styles/lobby.css';
import './styles/meeting.css';
import './styles/recording.css';

const root = document.getElementById('root');
if (!root) throw new Error('room.html has no #root');

// A page shown again from the browser's memory has left the room long ago.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});

createRoot(root).render(<App doorKey={readDoorKey(location)} ticker={createTicker()} />);
