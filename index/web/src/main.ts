// SPDX-License-Identifier: GPL-3.0-or-later
import { mount } from 'svelte';

import App from './App.svelte';
import './look/tokens.css';
import './look/base.css';
import { serveRareFaces } from './look/rare_faces';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');
mount(App, { target });
serveRareFaces();
