"use strict";
// Small enhancements; every page works without them.
