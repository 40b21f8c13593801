"""The modules that a threading script imports."""

import concurrent.futures
import logging
import queue
import threading
