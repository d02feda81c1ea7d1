import { become } from './project.mjs';

await become('web', process.argv.slice(2));
