/** Property tests try the same values in every run; `FC_SEED=7 npx vitest run src/text` tries others. */
import fc from 'fast-check';

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.FC_SEED ?? 1) });
