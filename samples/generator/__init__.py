# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws pages of old books as scans, with the truth of what stands where. Start at books.py."""
