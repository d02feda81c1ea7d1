import { install } from './project.mjs';

process.exitCode = await install();
