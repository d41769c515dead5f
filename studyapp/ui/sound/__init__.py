"""Playback of the sounds on cards: file checks, decoding, the sound device and the player."""
