"""Actors: how often they are named, by which names, with which words, beside whom, and in what tone."""
