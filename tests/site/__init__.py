"""Tests that open the finished website in a real browser."""
