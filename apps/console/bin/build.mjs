import { build, install, orStop } from './project.mjs';

await orStop(install());
process.exitCode = await build();
