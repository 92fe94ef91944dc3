import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './styles/theme.css';
import './styles/controls.css';
import './styles/popover.css';
import './styles/dialog.css';
import './styles/layout.css';
import './styles/top-bar.css';
import './styles/sidebar.css';
import './styles/column.css';
import './styles/log.css';
import './styles/messages.css';
import './styles/mrkdwn.css';
import './styles/blocks.css';
import './styles/fields.css';
import './styles/home.css';
import './styles/composer.css';
import './styles/notice.css';
import './styles/tools.css';
import './styles/behind.css';
import { WorkspacePage } from './workspace-page.tsx';

const page = document.getElementById('page');
if (page === null) throw new Error('workspace.html has no element with the id "page"');
createRoot(page).render(
  <StrictMode>
    <WorkspacePage />
  </StrictMode>,
);
