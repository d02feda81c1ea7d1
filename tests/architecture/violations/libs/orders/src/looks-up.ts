import '#histories';
import '#uptake';
import '#deadlines';
import '#breaches';
