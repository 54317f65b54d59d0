/** Starts the page, or with `?gallery` the gallery of its components. */
import { mount, type Component } from 'svelte';
import { correctLanguage } from '../base/browser';
import { part } from './browser/lazy/part';
import { keepStyles } from './browser/lazy/styles';
import { saveWhenLeaving } from './browser/leaving';
import { offline, whenIdle } from './browser/offline/offline.svelte';
import { restoreLanguage } from './browser/preferences/language';
import { restoreTheme } from './browser/preferences/theme.svelte';
import App from './App.svelte';
import './kit/base.css';

const gallery = part(() => import('./gallery/Gallery.svelte'));

async function wanted(): Promise<Component> {
  if (!new URLSearchParams(location.search).has('gallery')) return App;
  return (await gallery()).default;
}

correctLanguage();
keepStyles();
restoreTheme();
saveWhenLeaving();
const target = document.getElementById('app');
// The language is set first, so that the page never visibly switches language.
if (target) void restoreLanguage().then(async () => mount(await wanted(), { target }));
whenIdle(() => void offline.start());
