import { become } from './project.mjs';

await become('console', ['bench', ...process.argv.slice(2)]);
