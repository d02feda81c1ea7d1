import { openRun } from './run.mjs';

export default () => {
  process.env.ORDERWATCH_TEST_RUN = openRun();
};
