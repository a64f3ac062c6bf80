"use strict";
// Deciding beside the page: the panel, the keys, selected words. Without it the same forms are pages.
