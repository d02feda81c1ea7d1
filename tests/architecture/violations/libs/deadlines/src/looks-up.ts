import '#histories';
import '#uptake';
