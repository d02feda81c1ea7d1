import '#uptake';
import '#deadlines';
