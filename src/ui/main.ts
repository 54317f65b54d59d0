/** Starts the page. */
import { mount } from 'svelte';
import App from './App.svelte';
import { offline, whenIdle } from './offline/offline.svelte';
import { restoreLanguage } from './preferences/language';
import { restoreTheme } from './preferences/theme.svelte';
import './styles/base.css';

restoreTheme();
const target = document.getElementById('app');
// The language comes first, so that nobody sees the page change its words.
if (target) void restoreLanguage().then(() => mount(App, { target }));
whenIdle(() => void offline.start());
