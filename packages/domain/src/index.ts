export * from './access/actor.ts';
