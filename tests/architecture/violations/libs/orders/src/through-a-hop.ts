import '#pages/module';
