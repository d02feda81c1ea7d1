import { become } from './project.mjs';

await become('console', process.argv.slice(2));
