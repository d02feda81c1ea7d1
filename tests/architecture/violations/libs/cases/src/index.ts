import './through-a-hop.js';
