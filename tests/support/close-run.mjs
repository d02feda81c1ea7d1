import { closeRun } from './run.mjs';

export default () => closeRun(process.env.ORDERWATCH_TEST_RUN);
