export { CurrentViewer, May, Public, type Watch, Watched, viewerOf } from './guard/decorators.js';
