const FRAMES_PER_SECOND = 15;

setInterval(() => self.postMessage(null), 1000 / FRAMES_PER_SECOND);
