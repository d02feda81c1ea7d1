import { bundleOffline } from '../../apps/console/bin/bundle.mjs';
import { openRun } from './run.mjs';

export default async () => {
  // What a browser runs is made from the same sources as everything else here.
  await bundleOffline().catch(() => console.error('The screens for offline use could not be put together: their tests will fail.'));
  process.env.ORDERWATCH_TEST_RUN = openRun();
};
