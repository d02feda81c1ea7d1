import 'node:crypto';
import '../through-a-hop.js';
import '../record-something/record-something.query.js';
