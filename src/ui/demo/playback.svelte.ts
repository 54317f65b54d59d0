/**
 * Where the demonstration is: its scene, and how much of it has passed. Every picture follows from these two, so that
 * each round is like the one before.
 */
import { demoScenes, type DemoScene } from './demo-scenes';

/** Milliseconds of a picture: 25 in a second. */
const PICTURE = 40;

export class Playback {
  isPlaying = $state(true);
  #scene = $state(0);
  /** milliseconds since the scene began */
  #passed = $state(0);

  /** Index of the scene. */
  get at(): number {
    return this.#scene;
  }

  get scene(): DemoScene {
    return demoScenes[this.#scene] ?? demoScenes[0];
  }

  /** The share of the scene that has passed, 0 … 1. */
  get passed(): number {
    return (Math.floor(this.#passed / PICTURE) * PICTURE) / (this.scene.seconds * 1000);
  }

  /** Time goes by, unless it is paused. The last scene is followed by the first. */
  advance(milliseconds: number): void {
    if (!this.isPlaying) return;
    this.#passed += milliseconds;
    for (let length = this.#length; this.#passed >= length; length = this.#length) {
      const rest = this.#passed - length;
      this.next();
      this.#passed = rest;
    }
  }

  next(): void {
    this.#go(this.#scene + 1);
  }

  back(): void {
    this.#go(this.#scene + demoScenes.length - 1);
  }

  /** Begins with the first scene again. */
  restart(): void {
    this.#go(0);
    this.isPlaying = true;
  }

  get #length(): number {
    return this.scene.seconds * 1000;
  }

  #go(scene: number): void {
    this.#scene = scene % demoScenes.length;
    this.#passed = 0;
  }
}
