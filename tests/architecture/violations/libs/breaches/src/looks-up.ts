import '#histories';
import '#uptake';
import '#deadlines';
