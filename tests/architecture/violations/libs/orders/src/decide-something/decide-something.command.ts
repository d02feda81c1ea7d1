import './some.query.js';
import './some.entity.js';
import './some.projection.js';
