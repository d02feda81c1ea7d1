import 'node:fs';
import '../through-a-hop.js';
