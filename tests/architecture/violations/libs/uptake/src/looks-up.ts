import '#histories';
import '#deadlines';
