import '../../../libs/pages/src/inside.js';
import '@kurrent/kurrentdb-client';
import '../../../tests/support/helper.js';
import 'jest';
