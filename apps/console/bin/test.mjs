import { build, install, jest, orStop } from './project.mjs';

await orStop(install());
await orStop(build());
process.exitCode = await jest(process.argv.slice(2));
