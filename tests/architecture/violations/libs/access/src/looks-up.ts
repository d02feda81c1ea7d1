import '#histories';
import '#uptake';
import '#deadlines';
import '#breaches';
import '#orders';
import '#cases';
import '#people';
