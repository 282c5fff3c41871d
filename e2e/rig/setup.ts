import { afterAll } from 'vitest';
import { stopAll } from './processes';

afterAll(stopAll);
