import '../decide-something/decide-something.page.js';
