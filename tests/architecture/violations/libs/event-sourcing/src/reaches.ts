import 'node:fs';
import '#pages/module';
